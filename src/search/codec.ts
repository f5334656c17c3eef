/**
 * Text as tokens that no word segmenter can cut: one for each overlapping pair of characters, spelt in
 * the letters a–z. A phrase of such tokens stands in a text exactly when the characters do.
 *
 * The code of a character is never the beginning of another character's code, so a query for one
 * character is a query for every token that begins with its code.
 */

const LETTERS = 26;
const SHORT = 25 * LETTERS ** 3; // four letters, the first of them a–y
const ESCAPE = 'z'; // then five letters, the first of them a or b

/** Tokens of names begin with this; no code of a character does. */
const NAME = 'zz';
/** Stand before and after a name, so that a query can ask for the whole of it. Never in folded text. */
const NAME_START = '\u0002';
const NAME_END = '\u0003';

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

/** A character's code. */
export function encodeCharacter(character: string): string {
  const point = character.codePointAt(0)!;
  return point < SHORT ? spell(point, 4) : ESCAPE + spell(point - SHORT, 5);
}

/** The characters that a token stands for: the inverse of the encoding. */
export function decodeToken(token: string): string {
  let characters = '';
  let at = token.startsWith(NAME) ? NAME.length : 0;
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

function pairs(text: string, prefix = ''): string[] {
  const codes = Array.from(text, encodeCharacter);
  const tokens: string[] = [];
  for (let at = 0; at + 1 < codes.length; at++) tokens.push(prefix + codes[at]! + codes[at + 1]!);
  return tokens;
}

/**
 * The tokens of a normalised text, for the index. The last one is the last character alone: it lets a
 * query of one character find it, and keeps phrases from running on into the next text.
 */
export function textTokens(text: string): string[] {
  const last = Array.from(text).at(-1);
  return last === undefined ? [] : [...pairs(text), encodeCharacter(last)];
}

/** The tokens of a page's name (a title, an alias, a number), apart from those of texts. */
export function nameTokens(name: string): string[] {
  return name === '' ? [] : pairs(NAME_START + name + NAME_END, NAME);
}

/** What a normalised query of two or more characters must find in a row. */
export function textPhrase(query: string): string[] {
  return pairs(query);
}

/** The same among names. */
export function namePhrase(query: string): string[] {
  return pairs(query, NAME);
}

/** What a normalised query must find to be the whole of a name. */
export function wholeNamePhrase(query: string): string[] {
  return nameTokens(query);
}

/** How every token begins that begins with this one character, in texts or in names. */
export function textPrefix(character: string): string {
  return encodeCharacter(character);
}

export function namePrefix(character: string): string {
  return NAME + encodeCharacter(character);
}
