/**
 * Text as tokens that no word segmenter can cut: one for each overlapping pair of characters, spelt in
 * the letters a–z. A row of such tokens stands in a text exactly when the characters do. A character is a
 * token too, for queries of one character. No token begins another, so that Pagefind, which looks for
 * words that begin with what is asked, finds the one that is meant and no other.
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

function unspell(word: string): number {
  let value = 0;
  for (const letter of word) value = value * LETTERS + letter.charCodeAt(0) - 97;
  return value;
}

/** The code of a code point; codes sort as code points do, and none begins another. */
function encodePoint(point: number): string {
  return point < SHORT ? spell(point, 4) : ESCAPE + spell(point - SHORT, 5);
}

/** The token of two characters that follow each other, given as code points. */
export const pairToken = (first: number, second: number): string =>
  encodePoint(first) + encodePoint(second);

/** The token of a character that stands anywhere on a page, given as a code point. */
export const singleToken = (point: number): string => SINGLE + encodePoint(point);

/** The code points of a text. */
export const pointsOf = (text: string): number[] =>
  Array.from(text, (character) => character.codePointAt(0)!);

/** The characters that a token stands for: the inverse of the encoding. */
export function decodeToken(token: string): string {
  let characters = '';
  let at = token.startsWith(SINGLE) ? SINGLE.length : 0;
  while (at < token.length) {
    const escaped = token[at] === ESCAPE;
    const end = at + (escaped ? 6 : 4);
    const point = escaped
      ? SHORT + unspell(token.slice(at + 1, end))
      : unspell(token.slice(at, end));
    characters += String.fromCodePoint(point);
    at = end;
  }
  return characters;
}

/** What must stand in a row for a normalised text to stand there: its pairs, or its only character. */
export function tokensOf(text: string): string[] {
  const points = pointsOf(text);
  if (points.length === 1) return [singleToken(points[0]!)];
  return points.slice(1).map((point, at) => pairToken(points[at]!, point));
}
