/** The lists of a collection: its entries in groups that a reader would look under. */
import type { Collection, Entry, Library } from '../../library/types.ts';
import { compareText } from '../../library/compare.ts';
import { isHonour, knownField } from '../known-fields.ts';
import { comparePinyin, initialOf } from '../wording/pinyin.ts';
import { UNKNOWN } from '../wording/labels.ts';
import { listItem, type ListItem } from './list-item.ts';
import type { SitePath } from '../urls.ts';

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
