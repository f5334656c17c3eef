/** Relations: which entries have to do with one another, and which words show it. */
import { push } from '../maps.ts';
import { compareEntries } from '../order.ts';
import { findQuotation } from './quotations.ts';
import type { Entry, EntryKey, Library, Quotation, Related, Relation } from '../types.ts';

/** What is asked of the library: its entries, and the names in a block. */
type Names = Pick<Library, 'entries' | 'namesIn'>;

/** Whether quoted words, or only the paragraph that they stand in, name an entry. */
function nameIn(library: Names, { in: key, quote }: Quotation, other: EntryKey) {
  const document = library.entries.get(key);
  const found = document && findQuotation(document, quote);
  const places = found ? library.namesIn(found.block).filter((name) => name.key === other) : [];
  return {
    quoted: places.some(({ start, end }) => found!.start <= start && end <= found!.end),
    paragraph: places.length > 0,
  };
}

/**
 * The words to cite for a relation: those that the author gave; else the entry's evidence that names
 * the other, else the evidence whose paragraph does, else the first. A name inside a longer one that
 * means another entry does not count.
 * @returns undefined for an entry without evidence
 */
export function quotationFor(
  entry: Entry,
  { to, quotation }: Relation,
  library: Names,
): Quotation | undefined {
  if (quotation || !library.entries.has(to)) return quotation ?? entry.evidence[0];
  const named = entry.evidence.map((evidence) => nameIn(library, evidence, to));
  const at = [named.findIndex((one) => one.quoted), named.findIndex((one) => one.paragraph), 0];
  return entry.evidence[at.find((index) => index >= 0)!];
}

/**
 * The relations of all entries in both directions.
 * @returns of each entry the others, in the order of lists: a pair once, however often and on whichever side it is stated
 */
export function collectRelated(library: Names): Map<EntryKey, Related[]> {
  const all = new Map<EntryKey, Related[]>();
  const pairs = new Map<EntryKey, Set<Entry>>();
  const relate = (key: EntryKey, related: Related): void => {
    const known = pairs.get(key) ?? new Set();
    if (known.has(related.entry)) return;
    pairs.set(key, known.add(related.entry));
    push(all, key, related);
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
  for (const related of all.values()) related.sort((a, b) => compareEntries(a.entry, b.entry));
  return all;
}

// Succession: which document a later one replaces, whichever of the two says so.

/** The documents before and after one, each with the words that show it. */
export interface Succession {
  /** What it replaces. */
  before: Related[];
  /** What replaces it. */
  after: Related[];
}

const isBefore = ({ field, direction }: Related): boolean =>
  (field === 'replaces' && direction === 'out') || (field === 'replacedBy' && direction === 'in');
const isAfter = ({ field, direction }: Related): boolean =>
  (field === 'replaces' && direction === 'in') || (field === 'replacedBy' && direction === 'out');

/** @returns what an entry replaces and what replaces it */
export function successionOf(library: Library, entry: Entry): Succession {
  const related = library.related(entry.key);
  return { before: related.filter(isBefore), after: related.filter(isAfter) };
}

/** Whether another document takes the place of this one, whichever of the two says so. */
export const isReplaced = (entry: Entry, entries: ReadonlyMap<EntryKey, Entry>): boolean =>
  entry.relations.some(({ field }) => field === 'replacedBy') ||
  [...entries.values()].some((other) => other !== entry && replacedBy(other).includes(entry.key));

/** What an entry says that it replaces. */
export const replacedBy = (entry: Entry | undefined): EntryKey[] =>
  (entry?.relations ?? []).filter(({ field }) => field === 'replaces').map(({ to }) => to);
