/**
 * Control characters: Unicode's general category Cc. No printed text has them; a terminal, a reader of lines or a browser
 * would obey them. What XML cannot hold is another set, which XML 1.0 names (`src/exports/markup.ts`).
 */

/** Whether a text, a path or a request has any of them. */
export const hasControlCharacters = (text: string): boolean => /\p{Cc}/u.test(text);

/** A text without them, but for tabs and the ends of its lines. */
export const withoutControlCharacters = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n]/gu, '');

/** A text on one line: a row of them, ends of lines too, is one space. */
export const onOneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();
