/**
 * Where a token stands on a page: one number, for texts and names alike. The texts of a page follow each other from 0,
 * counted in characters of their normal form, with a gap after each that no row of tokens crosses. Names stand far
 * beyond, each in a slot of its own, and their positions say how long the name is: so that where a query was found
 * tells whether it stands in a name, or is the whole of it.
 */

/** Positions in names begin here: no page is longer than this. */
export const NAMES = 2 ** 24;
/** A slot of a name, and the steps in it: a power of two for each. */
const LONGEST_NAME = 2 ** 9;
const SLOT = LONGEST_NAME * LONGEST_NAME;
const MOST_NAMES = 2 ** 12;

/** Positions left free between two texts. */
export const GAP = 1;

/**
 * The position of the first character of a page's n-th name, or nothing for names beyond what is kept.
 * @param length characters of the name in its normal form
 */
export function namePosition(number: number, length: number): number | undefined {
  if (number >= MOST_NAMES || length >= LONGEST_NAME) return undefined;
  return NAMES + number * SLOT + length * LONGEST_NAME;
}

export const isInName = (position: number): boolean => position >= NAMES;

/** Whether a row of this many characters that begins here is the whole of a name. */
export const isWholeName = (position: number, length: number): boolean =>
  isInName(position) && (position - NAMES) % SLOT === length * LONGEST_NAME;

/** Where in its name a position of a page's first name, the title, is; nothing for positions of others. */
export function placeInTitle(position: number): number | undefined {
  const place = position - NAMES;
  return place >= 0 && place < SLOT ? place % LONGEST_NAME : undefined;
}
