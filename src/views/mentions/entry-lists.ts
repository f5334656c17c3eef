/**
 * What an entry's own page cannot bear: the documents that name it, and the entries that it has to do
 * with, on pages of their own beside it.
 */
import {
  COLLECTIONS,
  type Collection,
  type Entry,
  type Library,
  type Passage,
} from '../../library/types.ts';
import { catalogue, type Group, type Item } from '../long-lists/catalogue.ts';
import { blockLabel } from '../citation/citation.ts';
import { collectionLabels } from '../wording/labels.ts';
import { listWeight } from '../lists/list-item.ts';
import { passageRuns, type Run } from '../passages/passage-runs.ts';
import { href, pagePath, sitePath, type Href, type SitePath } from '../urls.ts';

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

export interface MentioningDocument {
  title: string;
  /** The first place that names the entry. */
  href: Href;
  runs: Run[];
  place: string;
  count: number;
}

/** A document that names an entry, as a list of such documents shows it. */
export function mentioningDocument(page: SitePath, item: EntryListItem): MentioningDocument {
  const [first] = item.passages;
  return {
    title: item.entry.title,
    href: href(page, pagePath(item.entry.key), first!.block.id),
    runs: passageRuns(first!, []),
    place: blockLabel(first!.block),
    count: item.passages.length,
  };
}
