/** 提及: where else a text names an entry, with the sentence. */
import {
  type Entry,
  type Passage,
  COLLECTIONS,
  type Collection,
  type Library,
} from '../../library/types.ts';
import { anchorOf, type StructuralUnit } from '../../text/structure.ts';
import { passageView, type PageContext, type PassageView } from '../passages/passage-view.ts';
import { href, pagePath, type Href, type Link, sitePath, type SitePath } from '../urls.ts';
import { catalogue, type Group, type Item } from '../long-lists/catalogue.ts';
import { blockLabel } from '../citation/citation.ts';
import { collectionLabels } from '../wording/labels.ts';
import { listWeight } from '../lists/lists.ts';
import { passageRuns, type Run } from '../passages/passage-runs.ts';

export interface MentionViews {
  shown: PassageView[];
  count: number;
  /** The page that lists every document which names the entry, where there are too many to show. */
  all?: Href;
}

const overlaps = (a: Passage, b: Passage): boolean =>
  a.document === b.document &&
  a.block === b.block &&
  a.sentenceStart < b.sentenceEnd &&
  b.sentenceStart < a.sentenceEnd;

/** The place that is cited, as its own page calls it. */
const citedPlace = ({ page }: PageContext, entry: Entry, unit: StructuralUnit): Link => ({
  text: unit.name,
  href: href(page, pagePath(entry.key), anchorOf(unit)),
});

/**
 * Passages that name an entry, apart from those that its page quotes already.
 * @param quoted passages shown as evidence
 * @returns at most as many as a page can bear, how many there are in all, and the way to all of them
 */
export function mentionViews(context: PageContext, entry: Entry, quoted: Passage[]): MentionViews {
  const { library, page } = context;
  const backlinks = library.backlinks(entry.key);
  const others = backlinks.filter(
    ({ passage }) => !quoted.some((other) => overlaps(passage, other)),
  );
  const many = backlinks.length > MOST_MENTIONS;
  return {
    shown: others.slice(0, many ? FIRST_MENTIONS : MOST_MENTIONS).map(({ passage, unit }) => ({
      ...passageView(context, passage),
      ...(unit ? { cites: citedPlace(context, entry, unit) } : {}),
    })),
    count: others.length,
    all: many ? href(page, entryListPath(entry, 'mentions')) : undefined,
  };
}

/** More mentions than these are listed on a page of their own. */
export const MOST_MENTIONS = 40;
/** So many stand on the entry's page then. */
export const FIRST_MENTIONS = 12;
/** The same for relations of one kind. */
export const MOST_RELATED = 100;
export const FIRST_RELATED = 40;

/** An entry's list beside its page: of documents that name it, or of its relations of one kind. */
export type ListName = 'mentions' | Collection;

/** Two hyphens stand in no id, so that no entry's page can have this address. */
export const entryListPath = (entry: Entry, list: ListName): SitePath =>
  sitePath(`${entry.key}--${list}.html`);

export interface EntryListItem extends Item {
  /** Where the entry is named. */
  passages: Passage[];
}

export interface EntryListPage {
  entry: Entry;
  list: ListName;
  /** What is listed: 提及, 政策. */
  label: string;
  group: Group<EntryListItem>;
}

/** About what a sentence with its markup takes. */
const A_SENTENCE = 360;

function mentioning(library: Library, entry: Entry): EntryListItem[] {
  const passages = Map.groupBy(library.backlinks(entry.key), ({ from }) => from);
  return [...passages].map(([from, backlinks]) => ({
    entry: library.get(from),
    passages: backlinks.map(({ passage }) => passage),
    weight: A_SENTENCE + 3 * library.get(from).title.length,
  }));
}

function related(library: Library, entry: Entry, collection: Collection): EntryListItem[] {
  return library
    .related(entry.key)
    .map((one) => one.entry)
    .filter((one) => one.collection === collection)
    .map((one) => ({ entry: one, passages: [], weight: listWeight(library, one) }));
}

/** The lists that stand beside one entry's page, with their groups where they are long. */
function listsOf(library: Library, entry: Entry): EntryListPage[] {
  const pages = (list: ListName, label: string, items: EntryListItem[]): EntryListPage[] =>
    catalogue(library, `${entry.key}--${list}`, items).map((group) => ({
      entry,
      list,
      label,
      group,
    }));
  const mentions = library.backlinks(entry.key).length > MOST_MENTIONS;
  return [
    ...(mentions ? pages('mentions', '提及', mentioning(library, entry)) : []),
    ...COLLECTIONS.flatMap((collection) => {
      const items = related(library, entry, collection);
      return items.length > MOST_RELATED
        ? pages(collection, collectionLabels[collection], items)
        : [];
    }),
  ];
}

/** All such pages of a library. */
export const entryListPages = (library: Library): EntryListPage[] =>
  [...library.entries.values()].flatMap((entry) => listsOf(library, entry));

/** The link leads to the first place that names the entry. */
export interface MentioningDocument extends Link {
  runs: Run[];
  place: string;
  count: number;
}

/** A document that names an entry, as a list of such documents shows it. */
export function mentioningDocument(page: SitePath, item: EntryListItem): MentioningDocument {
  const [first] = item.passages;
  return {
    text: item.entry.title,
    href: href(page, pagePath(item.entry.key), first!.block.id),
    runs: passageRuns(first!, []),
    place: blockLabel(first!.block),
    count: item.passages.length,
  };
}
