/** A button that the listener in `copy.ts` serves. */

/**
 * @param words that stand on it
 * @param what it copies, or of which paragraph: said in its name alone, as a page has many
 * @param copied the text, or `#p3` for the link to a place on this page
 */
export function copyButton(words: string, what: string, copied: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = words;
  button.dataset['copy'] = copied;
  button.setAttribute('aria-label', `${words}：${what}`);
  return button;
}
