/** The order in which a list shows entries; the same on every machine. */
import { COLLECTIONS, type Entry } from './types.ts';

/** By code unit: for dates, keys and Latin letters. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By collection, then `order`, then date, then id. */
export const compareEntries = (a: Entry, b: Entry): number =>
  COLLECTIONS.indexOf(a.collection) - COLLECTIONS.indexOf(b.collection) ||
  (a.order ?? 1e9) - (b.order ?? 1e9) ||
  compareText(a.date ?? '9999', b.date ?? '9999') ||
  compareText(a.id, b.id);
