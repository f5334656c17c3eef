/** The lists of a collection: its entries in groups that a reader would look under, with what is known of each. */
import { type Collection, type Entry, type Library, COLLECTIONS } from '../../library/types.ts';
import { memoizeByLibrary } from '../../library/maps.ts';
import { CALLED_CHAINS, chainsByName } from '../clusters/clusters.ts';
import { issuerNames } from '../citation/citation.ts';
import { isHonour, knownField, listField, numberText } from '../known-fields.ts';
import { measureItems, type MeasureItem } from '../measures/measures.ts';
import { dateLabel } from '../wording/figures.ts';
import { collectionCounters, UNKNOWN } from '../wording/labels.ts';
import { partition, sections, sectionsByName } from './partition.ts';
import type { Group, Item, Section } from './partition.ts';

/** Number, issuer, date and the like; what is not known of a policy is said to be so. */
export function factsOf(library: Library, entry: Entry): { text: string; unknown: boolean }[] {
  const validity = knownField(entry, 'validity')?.text;
  const [later] = entry.laterValidity;
  const facts: [text: string | undefined, field?: string][] = [
    [numberText(entry), '文号'],
    [issuerNames(library, entry).join('、') || knownField(entry, 'issuers')?.text, '发文机关'],
    [dateLabel(entry), '日期'],
    [validity === UNKNOWN ? undefined : validity, '有效性'],
    [later && `据外部资料，${later.state}`],
    [entry.collection === 'clusters' ? listField(entry, 'fields').join('、') : undefined],
  ];
  const expected =
    entry.collection === 'policies' && !isHonour(entry) && facts.some(([text]) => text);
  return facts.flatMap(([text, field]): { text: string; unknown: boolean }[] => {
    if (text) return [{ text, unknown: false }];
    return expected && field ? [{ text: `${field}${UNKNOWN}`, unknown: true }] : [];
  });
}

/** What an item takes on a page beside its title and summary: its markup, its number, issuer and date. */
const MARKUP = 200;

/** An entry as a list holds it, with about how many bytes it takes on a page. */
export const listItem = (entry: Entry): Item => ({
  entry,
  weight: MARKUP + Buffer.byteLength(entry.title + (entry.summary ?? '')),
});

/**
 * How many entries a collection has; chains by what the documents call them (2条产业链、2个产业领域), and
 * titles that are awarded apart from documents.
 */
export function collectionCount(library: Library, collection: Collection): string {
  const entries = library.list(collection);
  const counter = collectionCounters[collection];
  const honours = entries.filter(isHonour).length;
  if (honours > 0) return `${entries.length - honours}${counter}文件、${honours}项评选认定`;
  const kinds = [...(collection === 'chains' ? chainsByName(library) : [])];
  if (kinds.length < 2) return `${entries.length}${counter}`;
  return kinds
    .map(([called, { length }]) => `${length}${called === CALLED_CHAINS ? counter : '个'}${called}`)
    .join('、');
}

export interface ListPage {
  collection: Collection;
  group: Group<Item & Partial<MeasureItem>>;
}

/** Every list of the library, each collection's own page before those of its groups. */
export const listPages = memoizeByLibrary((library): ListPage[] =>
  COLLECTIONS.filter((collection) => library.list(collection).length > 0).flatMap((collection) => {
    const items =
      collection === 'measures' ? measureItems(library) : library.list(collection).map(listItem);
    return partition(library, collection, items).map((group) => ({ collection, group }));
  }),
);

/** The field that a short list is parted by, the word after its value, and what is not known without one. */
const FIELDS: Partial<Record<Collection, [field: string, unit: string, what: string]>> = {
  policies: ['level', '级', '层级'],
  organisations: ['level', '级', '层级'],
  chains: ['named', '', '称呼'],
  events: ['status', '', '状态'],
};
/** The nearest first; what has no level, and titles that are awarded, come last. */
const LEVELS = ['区级', '市级', '省级', '国家级'];
/** A list longer than this is parted by year, issuer or name instead. */
const SHORT = 40;

/** What a page of a collection's list shows itself, under headings where these help. */
export function listSections(library: Library, { collection, group }: ListPage): Section<Item>[] {
  if (collection === 'terms' && group.parts.length === 0 && !group.above) {
    const byName = sectionsByName(group.items);
    return byName.length > 1 ? byName : [{ items: group.items }];
  }
  const parted = FIELDS[collection];
  if (!parted || group.items.length > SHORT || group.above) return sections(library, group);
  const [field, unit, what] = parted;
  const labelOf = ({ entry }: Item): string => {
    if (isHonour(entry)) return '评选认定';
    const value = knownField(entry, field)?.text;
    return value ? `${value}${unit}` : `${what}${UNKNOWN}`;
  };
  const rank = (label: string): number =>
    LEVELS.includes(label) ? LEVELS.indexOf(label) : LEVELS.length;
  const groups = [...Map.groupBy(group.items, labelOf)].map(([label, items]) => ({ label, items }));
  return groups.length > 1
    ? groups.toSorted((a, b) => rank(a.label) - rank(b.label))
    : [{ items: group.items }];
}
