/** The buttons beside a citation, and what 更多格式 says to the script that it loads (`references.ts`). */

/**
 * @param words that stand on it
 * @param what it is for: said in its name alone, as a page has many
 */
export function namedButton(words: string, what: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = words;
  button.setAttribute('aria-label', `${words}：${what}`);
  return button;
}

/**
 * A button that the listener in `copy.ts` serves.
 * @param words that stand on it
 * @param what it copies, or of which paragraph
 * @param copied the text, or `#p3` for the link to a place on this page
 */
export function copyButton(words: string, what: string, copied: string): HTMLButtonElement {
  const button = namedButton(words, what);
  button.dataset['copy'] = copied;
  return button;
}

/** The name of the event that asks for references; they are put behind the button that it is sent from. */
export const ASKED = 'references-asked';

export interface AskedReference {
  /** 第3段, or 全文 */
  place: string;
  /** Its anchor; empty for the whole document. */
  id: string;
  /** By GB/T 7714. */
  citation: string;
}
