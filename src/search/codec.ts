/**
 * Text as tokens that no word segmenter can cut: one for each overlapping pair of characters, spelt in
 * the letters a–z. A phrase of such tokens stands in a text exactly when the characters do.
 *
 * A page's characters are tokens too, each once and alone, for queries of one character. (Pagefind has
 * prefix queries, but loads only the first of the files that a prefix reaches over.)
 */

const LETTERS = 26;
const SHORT = 25 * LETTERS ** 3; // four letters, the first of them a–y
const ESCAPE = 'z'; // then five letters, the first of them a or b

/** Tokens of names begin with this; no code of a character does. */
const NAME = 'zz';
/** Stand before and after a name, so that a query can ask for the whole of it. Never in folded text. */
const NAME_START = '\u0002';
const NAME_END = '\u0003';
/** A token of every page, by which all are listed. */
export const EVERY_PAGE = `${NAME}${'z'.repeat(4)}`;
/** Begins a token that no query has. */
export const UNASKED = `${EVERY_PAGE}z`;

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
function encodeCharacter(character: string): string {
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
 * The tokens of a normalised text, for the index. The last one is the last character alone, which keeps
 * phrases from running on into the next text.
 */
export function textTokens(text: string): string[] {
  const last = Array.from(text).at(-1);
  return last === undefined ? [] : [...pairs(text), encodeCharacter(last)];
}

/** The tokens of characters that stand on a page. */
export function characterTokens(characters: Iterable<string>): string[] {
  return Array.from(characters, encodeCharacter);
}

/** The tokens of a page's name (a title, an alias, a number), apart from those of texts. */
export function nameTokens(name: string): string[] {
  if (name === '') return [];
  const characters = new Set(name);
  return [
    ...wholeNamePhrase(name),
    ...Array.from(characters, (one) => NAME + encodeCharacter(one)),
  ];
}

/** What must stand in a row in a text, for a normalised query to stand there. */
export function textPhrase(query: string): string[] {
  const tokens = pairs(query);
  return tokens.length > 0 ? tokens : characterTokens(query);
}

/** The same for a name. */
export function namePhrase(query: string): string[] {
  const tokens = pairs(query, NAME);
  return tokens.length > 0 ? tokens : characterTokens(query).map((code) => NAME + code);
}

/** What must stand in a row for a normalised query to be the whole of a name. */
export function wholeNamePhrase(query: string): string[] {
  return pairs(NAME_START + query + NAME_END, NAME);
}
