/**
 * What an entry has to do with others: its relations, the texts that name it, and, where there are more than its page
 * can bear, the lists of these on pages of their own beside it.
 */
import {
  COLLECTIONS,
  type Collection,
  type Entry,
  type Library,
  type Passage,
} from '../../library/types.ts';
import { anchorOf } from '../../text/structure.ts';
import { blockLabel } from '../citation/citation.ts';
import { numberText } from '../known-fields.ts';
import { listWeight } from '../lists/lists.ts';
import { catalogue, type Group, type Item } from '../long-lists/catalogue.ts';
import { ancestorsOf } from '../measures/measures.ts';
import { passageRuns } from '../passages/passage-runs.ts';
import { passageView, quotationView, type PageContext } from '../passages/passage-view.ts';
import { href, linkTo, pagePath, sitePath, type SitePath } from '../urls.ts';
import { dateLabel } from '../wording/figures.ts';
import { collectionCounters, collectionLabels } from '../wording/labels.ts';

/** More mentions, and relations of one kind, than these are listed on a page of their own; so many stand here then. */
const MOST_MENTIONS = 40;
const FIRST_MENTIONS = 12;
const MOST_RELATED = 100;
const FIRST_RELATED = 40;
/** More relations of one kind than these are named without their sentences. */
const MOST_WITH_DETAIL = 5;

/** An entry's list beside its page: of documents that name it, or of its relations of one kind. */
type ListName = 'mentions' | Collection;

/** Two hyphens stand in no id, so that no entry's page can have this address. */
const entryListPath = (entry: Entry, list: ListName): SitePath =>
  sitePath(`${entry.key}--${list}.html`);

const overlaps = (a: Passage, b: Passage): boolean =>
  a.document === b.document &&
  a.block === b.block &&
  a.sentenceStart < b.sentenceEnd &&
  b.sentenceStart < a.sentenceEnd;

/**
 * 提及: passages that name an entry, apart from those that its page quotes already.
 * @param quoted passages shown as evidence
 * @returns at most as many as a page can bear, how many there are in all, and the way to all of them
 */
export function mentionViews(context: PageContext, entry: Entry, quoted: Passage[]) {
  const { library, page } = context;
  const backlinks = library.backlinks(entry.key);
  const others = backlinks.filter(
    ({ passage }) => !quoted.some((other) => overlaps(passage, other)),
  );
  const many = backlinks.length > MOST_MENTIONS;
  return {
    shown: others.slice(0, many ? FIRST_MENTIONS : MOST_MENTIONS).map(({ passage, unit }) => ({
      ...passageView(context, passage),
      // The article that is cited, as its own page calls it.
      cites: unit && { text: unit.name, href: href(page, pagePath(entry.key), anchorOf(unit)) },
    })),
    count: others.length,
    all: many ? href(page, entryListPath(entry, 'mentions')) : undefined,
  };
}

/** Number and date of a document; else an entry's one sentence. */
function detailOf(entry: Entry): string | undefined {
  if (entry.collection !== 'policies' && entry.collection !== 'replies') return entry.summary;
  return [numberText(entry), dateLabel(entry)].filter(Boolean).join('·') || undefined;
}

/**
 * 相关: relations of an entry in both directions, by kind, each with the words that show it.
 * @param hidden entries that the page shows elsewhere, e.g. parts of a measure
 */
export function relatedGroups(context: PageContext, entry: Entry, hidden: Set<Entry>) {
  const { library, page } = context;
  const related = library.related(entry.key).filter((one) => !hidden.has(one.entry));
  return COLLECTIONS.flatMap((collection) => {
    const ofKind = related.filter((one) => one.entry.collection === collection);
    if (ofKind.length === 0) return [];
    const label = collectionLabels[collection];
    const compact = ofKind.length > MOST_WITH_DETAIL;
    const shown = new Set(ofKind.map((one) => one.entry));
    const many = ofKind.length > MOST_RELATED;
    const items = ofKind
      .slice(0, many ? FIRST_RELATED : undefined)
      .map(({ entry: other, quotation }) => ({
        ...linkTo(page, other),
        detail: compact ? undefined : detailOf(other),
        proof: quotation && quotationView(context, quotation),
        // How deep it stands under another item of the same group.
        depth: ancestorsOf(library, other).filter((above) => shown.has(above)).length,
      }));
    const all = many && {
      href: href(page, entryListPath(entry, collection)),
      text: `${ofKind.length}${collectionCounters[collection]}${label}`,
    };
    return [{ label, items, compact, all }];
  });
}

interface EntryListItem extends Item {
  /** Where the entry is named. */
  passages: Passage[];
}

export interface EntryListPage {
  entry: Entry;
  list: ListName;
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

/** All lists of a library that stand beside an entry's page, with their groups where they are long. */
export const entryListPages = (library: Library): EntryListPage[] =>
  [...library.entries.values()].flatMap((entry) => {
    const pages = (list: ListName, items: EntryListItem[], most: number): EntryListPage[] =>
      items.length > most
        ? catalogue(library, `${entry.key}--${list}`, items).map((group) => ({
            entry,
            list,
            group,
          }))
        : [];
    const many = library.backlinks(entry.key).length > MOST_MENTIONS;
    const related = Map.groupBy(library.related(entry.key), (one) => one.entry.collection);
    return [
      ...(many ? pages('mentions', mentioning(library, entry), 0) : []),
      ...COLLECTIONS.flatMap((collection) =>
        pages(
          collection,
          (related.get(collection) ?? []).map((one) => ({
            entry: one.entry,
            passages: [],
            weight: listWeight(library, one.entry),
          })),
          MOST_RELATED,
        ),
      ),
    ];
  });

/** A document that names an entry, as a list of such documents shows it; it leads to the first place. */
export function mentioningDocument(page: SitePath, { entry, passages }: EntryListItem) {
  const { block } = passages[0]!;
  return {
    text: entry.title,
    href: href(page, pagePath(entry.key), block.id),
    runs: passageRuns(passages[0]!, []),
    place: blockLabel(block),
    count: passages.length,
  };
}
