/** The order in which a list shows entries: by `order`, then date, then id. */
import { COLLECTIONS, type Entry } from './types.ts';

/** Compares two entries; the same on every machine. */
export function compareEntries(a: Entry, b: Entry): number {
  return (
    COLLECTIONS.indexOf(a.collection) - COLLECTIONS.indexOf(b.collection) ||
    (a.order ?? 1e9) - (b.order ?? 1e9) ||
    compare(a.date ?? '9999', b.date ?? '9999') ||
    compare(a.id, b.id)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

// Comparators for sorting, the same on every machine.

/** By code unit: for dates, keys and Latin letters. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
