/**
 * Text as tokens that no word segmenter can cut: one for each overlapping pair of characters, spelt in
 * the letters a–z. A row of such tokens stands in a text exactly when the characters do. A character is a
 * token too, for queries of one character. No token begins another, so that Pagefind, which looks for
 * words that begin with what is asked, finds the one that is meant and no other.
 *
 * Where a token stands on a page is one number, for texts and names alike. The texts of a page follow each
 * other from 0, counted in characters of their normal form, with a place left free after each, which no row of
 * tokens crosses. Names stand far beyond, each in a slot of its own, and their positions say how long the name is: so
 * where a query was found tells whether it stands in a name, or is the whole of it.
 */

const LETTERS = 26;
const SHORT = 25 * LETTERS ** 3; // four letters, the first of them a–y
const ESCAPE = 'z'; // then five letters, the first of them a or b
/** Tokens of one character begin with this; no code of a character does. */
const SINGLE = 'zz';

function spell(value: number, length: number): string {
  let word = '';
  for (let place = 0; place < length; place++) {
    word = String.fromCharCode(97 + (value % LETTERS)) + word;
    value = Math.floor(value / LETTERS);
  }
  return word;
}

/** The code of a code point; codes sort as code points do, and none begins another. */
const encodePoint = (point: number): string =>
  point < SHORT ? spell(point, 4) : ESCAPE + spell(point - SHORT, 5);

/** The token of two characters that follow each other, given as code points. */
export const pairToken = (first: number, second: number): string =>
  encodePoint(first) + encodePoint(second);

/** The token of a character that stands anywhere on a page, given as a code point. */
export const singleToken = (point: number): string => SINGLE + encodePoint(point);

/** The code points of a text. */
export const pointsOf = (text: string): number[] =>
  Array.from(text, (character) => character.codePointAt(0)!);

/** What must stand in a row for a normalised text to stand there: its pairs, or its only character. */
export function tokensOf(text: string): string[] {
  const points = pointsOf(text);
  if (points.length === 1) return [singleToken(points[0]!)];
  return points.slice(1).map((point, at) => pairToken(points[at]!, point));
}

/** Positions in names begin here: no page is longer than this. */
export const NAMES = 2 ** 24;
/** A slot of a name, and the steps in it: a power of two for each. */
const LONGEST_NAME = 2 ** 9;
const SLOT = LONGEST_NAME * LONGEST_NAME;
const MOST_NAMES = 2 ** 12;

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
