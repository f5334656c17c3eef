/**
 * Control characters: Unicode's general category Cc. No printed text has them; a terminal, a reader of lines or a browser
 * would obey them. What XML cannot hold is another set, which XML 1.0 names (`src/exports/markup.ts`). Marks of direction
 * are no control characters, but they make a terminal or a page show a text in another order than it is written.
 */

/** Whether a text, a path or a request has any of them. */
export const hasControlCharacters = (text: string): boolean => /\p{Cc}/u.test(text);

/** A text without them, but for tabs and the ends of its lines. */
export const withoutControlCharacters = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n]/gu, '');

/** A text on one line: a row of them, ends of lines too, is one space. */
export const onOneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

/** Control characters but for tabs and line ends, and the marks that turn a text's direction. */
const FORBIDDEN = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/u;

/**
 * What no title and no body may hold.
 * @returns the first such character, as `U+202E`, and the line that it stands in, from 1; null where there is none
 */
export function forbiddenCharacter(text: string): { character: string; line: number } | null {
  const found = FORBIDDEN.exec(text);
  if (!found) return null;
  const code = found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return { character: `U+${code}`, line: text.slice(0, found.index).split('\n').length };
}

const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/**
 * A file's name, a title or a line of somebody's text as any command prints it: on one line, with `\u001b` in place of a
 * character that a terminal would obey. Within JSON that means the same character.
 */
export const printable = (text: string): string =>
  text.replace(UNPRINTABLE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
