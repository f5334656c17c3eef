/** The lists of a collection: its entries in groups that a reader would look under. */
import { type Collection, type Entry, type Library, COLLECTIONS } from '../../library/types.ts';
import { compareText } from '../../library/order.ts';
import { isHonour, knownField, listField, numberText } from '../known-fields.ts';
import { comparePinyin, initialOf } from '../wording/pinyin.ts';
import { UNKNOWN, collectionCounters } from '../wording/labels.ts';
import { type SitePath, linkTo, type Link } from '../urls.ts';
import { issuerNames } from '../citation/citation.ts';
import { dateLabel } from '../wording/figures.ts';
import { byWhatTheyAreCalled, COUNTED } from '../chains/chain-count.ts';
import { catalogue, type Group, type Item } from '../long-lists/catalogue.ts';
import { measureItems, type MeasureItem } from '../measures/measures.ts';
import { memoizeByLibrary } from '../../library/maps.ts';

export interface ListGroup {
  /** Absent when the list is not parted. */
  label?: string;
  id?: string;
  items: ListItem[];
}

/** A list longer than this is parted by year. */
const LONG = 40;

const YEAR = /^\d{4}$/;
const LEVELS = ['国家', '省', '市', '区'];

/** What a group of a collection is called; undefined when entries of it are not grouped. */
function grouping(
  entries: Entry[],
  collection: Collection,
): ((entry: Entry) => string) | undefined {
  const field = (name: string, unit: string, what: string) => (entry: Entry) => {
    if (isHonour(entry)) return '评选认定';
    const value = knownField(entry, name)?.text;
    return value ? `${value}${unit}` : `${what}${UNKNOWN}`;
  };
  if (collection === 'terms') return (entry) => initialOf(entry.title);
  if (entries.length > LONG) {
    const dated = entries.filter((entry) => entry.date).length;
    return dated > entries.length / 2 ? (entry) => entry.date?.slice(0, 4) ?? UNKNOWN : undefined;
  }
  if (collection === 'policies' || collection === 'organisations')
    return field('level', '级', '层级');
  if (collection === 'chains') return field('named', '', '称呼');
  if (collection === 'events') return field('status', '', '状态');
  return undefined;
}

/** Where a group stands by its label; what is 不详 comes last. */
function rank(label: string): number {
  if (YEAR.test(label)) return -Number(label);
  const level = LEVELS.findIndex((name) => label === `${name}级`);
  return level < 0 ? 1 : -level;
}

/**
 * Terms from 0–9 over A to 其他, years from the latest, levels from the nearest; others as the
 * entries come.
 */
const inOrder = (collection: Collection, labels: string[]): string[] =>
  labels.toSorted(collection === 'terms' ? compareText : (a, b) => rank(a) - rank(b));

/** A collection's entries in groups. A grouping that would make one group is left out. */
export function listGroups(library: Library, page: SitePath, collection: Collection): ListGroup[] {
  const entries = library.list(collection);
  const item = (entry: Entry): ListItem => listItem(library, page, entry);
  const labelOf = grouping(entries, collection);
  const byLabel = labelOf && Map.groupBy(entries, labelOf);
  if (!byLabel || byLabel.size < 2) return [{ items: entries.map(item) }];
  return inOrder(collection, [...byLabel.keys()]).map((label, i) => {
    const members = byLabel.get(label)!;
    const sorted =
      collection === 'terms'
        ? members.toSorted((a, b) => comparePinyin(a.title, b.title))
        : members;
    return { label, id: `group-${i + 1}`, items: sorted.map(item) };
  });
}

export interface ListItem extends Link {
  /** Number, issuer, date and the like; what is not known is said to be so. */
  facts: { text: string; unknown: boolean }[];
  summary?: string;
}

function factsOf(library: Library, entry: Entry): ListItem['facts'] {
  const validity = knownField(entry, 'validity')?.text;
  const [later] = entry.laterValidity;
  const facts: [text: string | undefined, field?: string][] = [
    [numberText(entry), '文号'],
    [issuerNames(library, entry).join('、') || knownField(entry, 'issuers')?.text, '发文机关'],
    [dateLabel(entry), '日期'],
    [validity && (validity === UNKNOWN ? `有效性${UNKNOWN}` : validity), '有效性'],
    [later && `据外部资料，${later.state}`],
    [entry.collection === 'clusters' ? listField(entry, 'fields').join('、') : undefined],
  ];
  const said = facts.some(([text]) => text);
  const expected = said && entry.collection === 'policies' && !isHonour(entry);
  return facts.flatMap(([text, field]): ListItem['facts'] =>
    text
      ? [{ text, unknown: false }]
      : expected && field
        ? [{ text: `${field}${UNKNOWN}`, unknown: true }]
        : [],
  );
}

/** An entry as a list on this page shows it. */
export const listItem = (library: Library, page: SitePath, entry: Entry): ListItem => ({
  ...linkTo(page, entry),
  facts: factsOf(library, entry),
  summary: entry.summary,
});

const encoder = new TextEncoder();
/** The markup around an item, and around each fact and word of it. */
const MARKUP = 120;
const A_FACT = 20;

/** About how many bytes an item of a list takes on a page. */
export function listWeight(library: Library, entry: Entry): number {
  const facts = factsOf(library, entry);
  const words = [entry.title, entry.summary ?? '', ...facts.map(({ text }) => text)].join('');
  return MARKUP + A_FACT * facts.length + encoder.encode(words).length;
}

/**
 * How many entries a collection has; chains by what the documents call them (2条产业链、2个产业领域), and
 * titles that are awarded apart from documents.
 */
export function collectionCount(library: Library, collection: Collection): string {
  const honours = library.list(collection).filter(isHonour).length;
  if (honours > 0)
    return `${library.list(collection).length - honours}${collectionCounters[collection]}文件、${honours}项评选认定`;
  const kinds = collection === 'chains' ? byWhatTheyAreCalled(library) : new Map<string, Entry[]>();
  if (kinds.size < 2) return `${library.list(collection).length}${collectionCounters[collection]}`;
  return [...kinds]
    .map(
      ([called, { length }]) =>
        `${length}${called === COUNTED ? collectionCounters.chains : '个'}${called}`,
    )
    .join('、');
}

/** What a list of a collection holds; measures stand under their documents. */
export type ListedItem = Item & Partial<MeasureItem>;

export interface ListPage {
  collection: Collection;
  group: Group<ListedItem>;
}

function itemsOf(library: Library, collection: Collection): ListedItem[] {
  if (collection === 'measures') return measureItems(library);
  return library.list(collection).map((entry) => ({ entry, weight: listWeight(library, entry) }));
}

/** Every list of the library, each collection's own page before those of its groups. */
export const listPages = memoizeByLibrary((library): ListPage[] =>
  COLLECTIONS.filter((collection) => library.list(collection).length > 0).flatMap((collection) =>
    catalogue(library, collection, itemsOf(library, collection)).map((group) => ({
      collection,
      group,
    })),
  ),
);

/** The page that lists a collection's entries of one year, where its list is parted by year. */
export const yearPage = (library: Library, collection: Collection, year: string) =>
  listPages(library).find(
    ({ collection: name, group: { facets } }) =>
      name === collection &&
      facets.year === year &&
      facets.issuer === undefined &&
      facets.letter === undefined &&
      facets.prefix === undefined,
  )?.group.path;
