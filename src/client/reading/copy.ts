/** What copies: buttons, on any page; and a selection in an official text, of which only its own words are taken. */

const FEEDBACK_MS = 1600;

/** `data-copy` holds the text, or `#p3` for the link to a place on this page; empty, the words before the button. */
function textOf(button: HTMLElement): string {
  const text = button.dataset['copy'] || (button.previousElementSibling?.textContent ?? '');
  return text.startsWith('#') ? location.href.replace(/[?#].*$/s, '') + text : text;
}

/** The clipboard's own interface is missing on http and refused here and there; selecting works everywhere. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'visually-hidden';
    field.style.position = 'fixed';
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}

/** Shows the buttons, which are hidden where scripts do not run, and makes them work. */
export function offerCopying(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy][hidden]'))
    button.hidden = false;
  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  status.dataset['editorial'] = '';
  document.addEventListener('click', async (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-copy]');
    if (!button) return;
    event.preventDefault();
    document.body.append(status);
    const words = (button.dataset['copyLabel'] ??= button.textContent ?? '');
    button.textContent = status.textContent = (await copy(textOf(button))) ? '已复制' : '未能复制';
    setTimeout(() => (button.textContent = words), FEEDBACK_MS);
    button.focus();
  });
}

/** Text as a browser copies it, a line a paragraph, tabs between cells: it tells that of what is on the page. */
function plainText(copied: HTMLElement): string {
  copied.style.whiteSpace = 'pre-wrap';
  document.body.append(copied);
  const text = copied.innerText;
  copied.remove();
  return text.replace(/\n+/gu, '\n').trim();
}

/** Leaves elements that are the text's own, and the addresses of links that lead somewhere from another document. */
function strip(copied: Element): void {
  for (const element of copied.querySelectorAll('[data-editorial]')) element.remove();
  for (const hit of copied.querySelectorAll('mark')) hit.replaceWith(...hit.childNodes);
  for (const element of copied.querySelectorAll('*')) {
    const address = (element as HTMLAnchorElement).href;
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
    if (address && /^https?:/u.test(address)) element.setAttribute('href', address);
  }
}

/**
 * What is copied out of an official text is its words and nothing else: notes and names that stand between its paragraphs,
 * numbers and citing lines stay behind. A selection that reaches out of the text is left to the browser.
 */
export function copyOfficialText(): void {
  const text = document.querySelector('[data-flow]');
  if (!text) return;
  document.addEventListener('copy', (event) => {
    const selection = document.getSelection();
    if (!event.clipboardData || !selection || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const within = range.commonAncestorContainer;
    if (!text.contains(within) || within.parentElement?.closest('[data-flow] [data-editorial]'))
      return;
    const copied = document.createElement('div');
    copied.append(range.cloneContents());
    strip(copied);
    event.clipboardData.setData('text/html', copied.innerHTML);
    event.clipboardData.setData('text/plain', plainText(copied));
    event.preventDefault();
  });
}
