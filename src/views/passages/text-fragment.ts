/** The words that a link carries to the page it leads to, which marks them there. */

/** A longer passage is named by its beginning and its end. */
const WHOLE = 24;
const ENDS = 10;

/** Stands between the beginning and the end of a long passage. */
export const GAP = '……';

/**
 * @param passage words of a document
 * @returns the same words, or, of a long passage, what names it in an address
 */
export function textFragment(passage: string): string {
  const characters = Array.from(passage.trim());
  if (characters.length <= WHOLE) return characters.join('');
  return characters.slice(0, ENDS).join('') + GAP + characters.slice(-ENDS).join('');
}
