/**
 * What is copied out of an official text is its words and nothing else: notes and names that stand between its
 * paragraphs, numbers and citing lines stay behind. A selection that reaches out of the text is left to the browser.
 */

const BLOCKS = /^(?:P|H\d|LI|TR|DIV|BLOCKQUOTE|TABLE|UL|OL|HR)$/u;

/** Text as a browser would copy it: a line a paragraph, tabs between cells. */
function plainText(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node as Text).data;
  const { nodeName } = node;
  if (nodeName === 'BR') return '\n';
  const words = [...node.childNodes].map(plainText).join('');
  if (BLOCKS.test(nodeName)) return `\n${words}\n`;
  return /^T[DH]$/u.test(nodeName) && node.nextSibling ? `${words}\t` : words;
}

/** Leaves elements and the addresses of links that lead somewhere from another document. */
function strip(copied: Element): void {
  for (const element of copied.querySelectorAll('[data-editorial]')) element.remove();
  for (const element of copied.querySelectorAll('*')) {
    const address = (element as HTMLAnchorElement).href;
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
    if (address && /^https?:/u.test(address)) element.setAttribute('href', address);
  }
}

/** @param root the page; nothing is done where it has no official text */
export function copyOfficialText(root: Document): void {
  const text = root.querySelector('[data-flow]');
  if (!text) return;
  root.addEventListener('copy', (event) => {
    const selection = root.getSelection();
    if (!event.clipboardData || !selection || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const within = range.commonAncestorContainer;
    if (!text.contains(within) || within.parentElement?.closest('[data-flow] [data-editorial]'))
      return;
    const copied = document.createElement('div');
    copied.append(range.cloneContents());
    strip(copied);
    event.clipboardData.setData('text/html', copied.innerHTML);
    event.clipboardData.setData('text/plain', plainText(copied).replace(/\n+/gu, '\n').trim());
    event.preventDefault();
  });
}
