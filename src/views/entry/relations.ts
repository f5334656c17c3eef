/**
 * What an entry has to do with others: its relations, the texts that name it, and, where there are more than its page
 * can bear, the lists of these on pages of their own beside it.
 */
import { COLLECTIONS } from '../../library/types.ts';
import type { Collection, Entry, Library, Passage } from '../../library/types.ts';
import { listItem } from '../lists/lists.ts';
import { partition, type Group, type Item } from '../lists/partition.ts';
import { ancestorsOf, flatten, measureNode } from '../measures/measures.ts';
import { placesOf, subjectsOf } from '../subjects/subjects.ts';
import { sitePath, type SitePath } from '../urls.ts';

/** More mentions, and relations of one kind, than these are listed on a page of their own; so many stand here then. */
const MOST_MENTIONS = 40;
const FIRST_MENTIONS = 12;
const MOST_RELATED = 100;
const FIRST_RELATED = 40;

/** An entry's list beside its page: of documents that name it, or of its relations of one kind. */
type ListName = 'mentions' | Collection;

/** Two hyphens stand in no id, so that no entry's page can have this address. */
const entryListPath = (entry: Entry, list: ListName): SitePath =>
  sitePath(`${entry.key}--${list}.html`);

/**
 * 提及: passages that name an entry, apart from those that its page quotes already.
 * @param quoted passages shown as evidence
 * @returns at most as many as a page can bear, how many there are besides, and the list of all of them
 */
export function mentionsOf(library: Library, entry: Entry, quoted: Passage[]) {
  const backlinks = library.backlinks(entry.key);
  const others = backlinks.filter(
    ({ passage: { block, sentenceStart: start, sentenceEnd: end } }) =>
      !quoted.some(
        (one) => one.block === block && one.sentenceStart < end && start < one.sentenceEnd,
      ),
  );
  const many = backlinks.length > MOST_MENTIONS;
  const shown = others.slice(0, many ? FIRST_MENTIONS : MOST_MENTIONS);
  return {
    shown,
    more: others.length - shown.length,
    all: many ? entryListPath(entry, 'mentions') : undefined,
  };
}

/**
 * 相关: relations of an entry in both directions, by kind. What its page shows elsewhere is left out: the wholes and
 * parts of a measure, the subjects of an entry and the places of a subject.
 * @returns each kind with those that its page shows, how many there are, and the list of all where there are more
 */
export function relatedGroups(library: Library, entry: Entry) {
  const node = measureNode(library, entry);
  const elsewhere = new Set([
    ...ancestorsOf(library, entry),
    ...(node ? flatten(node) : []),
    ...placesOf(library, entry.key).map((place) => place.entry),
    ...subjectsOf(library, entry),
  ]);
  const related = library.related(entry.key).filter((one) => !elsewhere.has(one.entry));
  return COLLECTIONS.flatMap((collection) => {
    const ofKind = related.filter((one) => one.entry.collection === collection);
    const many = ofKind.length > MOST_RELATED;
    const items = many ? ofKind.slice(0, FIRST_RELATED) : ofKind;
    const all = many ? entryListPath(entry, collection) : undefined;
    return ofKind.length > 0 ? [{ collection, items, count: ofKind.length, all }] : [];
  });
}

interface EntryListItem extends Item {
  /** Where the entry is named. */
  passages?: Passage[];
}

export interface EntryListPage {
  entry: Entry;
  list: ListName;
  group: Group<EntryListItem>;
}

/** About what a sentence with its markup takes. */
const A_SENTENCE = 360;

/** All lists of a library that stand beside an entry's page, with their groups where they are long. */
export function entryListPages(library: Library): EntryListPage[] {
  const pages = (entry: Entry, list: ListName, items: EntryListItem[]): EntryListPage[] =>
    partition(library, `${entry.key}--${list}`, items).map((group) => ({ entry, list, group }));
  const namedIn = (entry: Entry): EntryListItem[] =>
    [...Map.groupBy(library.backlinks(entry.key), ({ from }) => from)].map(([from, some]) => ({
      entry: library.get(from),
      passages: some.map(({ passage }) => passage),
      weight: A_SENTENCE + 3 * library.get(from).title.length,
    }));
  return [...library.entries.values()].flatMap((entry) => {
    const many = library.backlinks(entry.key).length > MOST_MENTIONS;
    const related = Map.groupBy(library.related(entry.key), (one) => one.entry.collection);
    const long = [...related].filter(([, some]) => some.length > MOST_RELATED);
    return [
      ...(many ? pages(entry, 'mentions', namedIn(entry)) : []),
      ...long.flatMap(([kind, some]) =>
        pages(
          entry,
          kind,
          some.map((one) => listItem(one.entry)),
        ),
      ),
    ];
  });
}
