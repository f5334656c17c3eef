/** Relations: which entries have to do with one another, and which words show it. */
import { compareEntries } from '../order.ts';
import type { Entry, EntryKey, Library, Quotation, Related, Relation } from '../types.ts';
import { findQuotation } from './quotations.ts';

/** What is asked of the library: its entries, and the names in a block. */
type Names = Pick<Library, 'entries' | 'namesIn'>;

/**
 * The words to cite for a relation: those that the author gave; else the entry's evidence that names
 * the other, else the evidence whose paragraph does, else the first. A name inside a longer one that
 * means another entry does not count.
 * @returns undefined for an entry without evidence
 */
export function quotationFor(
  { evidence }: Entry,
  { to, quotation }: Relation,
  { entries, namesIn }: Names,
): Quotation | undefined {
  if (quotation) return quotation;
  const naming = ({ in: key, quote }: Quotation): number => {
    const document = entries.get(key);
    const found = document && findQuotation(document, quote);
    const names = found ? namesIn(found.block).filter((name) => name.key === to) : [];
    const quoted = names.some(({ start, end }) => found!.start <= start && end <= found!.end);
    return quoted ? 2 : Math.min(names.length, 1);
  };
  const ranks = evidence.map(naming);
  return evidence[ranks.indexOf(Math.max(...ranks))];
}

/**
 * The relations of all entries in both directions.
 * @returns of each entry the others, in the order of lists: a pair once, however often and on whichever side it is stated
 */
export function collectRelated(library: Names): Map<EntryKey, Related[]> {
  const all = new Map<EntryKey, Map<Entry, Related>>();
  const relate = (key: EntryKey, related: Related): void => {
    const known = all.get(key) ?? new Map<Entry, Related>();
    all.set(key, known);
    if (!known.has(related.entry)) known.set(related.entry, related);
  };
  for (const entry of library.entries.values())
    for (const relation of entry.relations) {
      const { to, field } = relation;
      const other = library.entries.get(to);
      if (!other) continue;
      const quotation = quotationFor(entry, relation, library);
      relate(entry.key, { entry: other, field, direction: 'out', quotation });
      relate(to, { entry, field, direction: 'in', quotation });
    }
  const inOrder = (related: Map<Entry, Related>): Related[] =>
    [...related.values()].sort((a, b) => compareEntries(a.entry, b.entry));
  return new Map([...all].map(([key, related]) => [key, inOrder(related)]));
}

// Succession: which document a later one replaces, whichever of the two says so.

/** @returns what an entry replaces and what replaces it, each with the words that show it */
export function successionOf(
  library: Library,
  { key }: Entry,
): { before: Related[]; after: Related[] } {
  const stated = (here: string, there: string): Related[] =>
    library
      .related(key)
      .filter(({ field, direction }) => field === (direction === 'out' ? here : there));
  return { before: stated('replaces', 'replacedBy'), after: stated('replacedBy', 'replaces') };
}

/** Whether another document takes the place of this one, whichever of the two says so. */
export const isReplaced = (entry: Entry, entries: ReadonlyMap<EntryKey, Entry>): boolean =>
  entry.relations.some(({ field }) => field === 'replacedBy') ||
  [...entries.values()].some(
    (other) => other !== entry && keysReplacedBy(other).includes(entry.key),
  );

/** What an entry says that it replaces. */
export const keysReplacedBy = (entry: Entry | undefined): EntryKey[] =>
  (entry?.relations ?? []).filter(({ field }) => field === 'replaces').map(({ to }) => to);
