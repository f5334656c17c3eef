/** Comparators for sorting, the same on every machine. */

/** By code unit: for dates, keys and Latin letters. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
