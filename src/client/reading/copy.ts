/** Buttons that copy: `data-copy` holds the text, or `#p3` for the link to a place on this page; empty, the words before it. */

const FEEDBACK_MS = 1600;

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

function report(button: HTMLElement, words: string): void {
  const before = (button.dataset['copyLabel'] ??= button.textContent ?? '');
  button.textContent = words;
  say(words);
  setTimeout(() => {
    button.textContent = before;
  }, FEEDBACK_MS);
}

let speaker: HTMLElement | undefined;

function say(words: string): void {
  if (!speaker) {
    speaker = document.createElement('p');
    speaker.className = 'visually-hidden';
    speaker.setAttribute('role', 'status');
    speaker.dataset['editorial'] = '';
    document.body.append(speaker);
  }
  speaker.textContent = words;
}

/** Shows the buttons, which are hidden where scripts do not run, and makes them work. */
export function offerCopying(root: Document): void {
  for (const button of root.querySelectorAll<HTMLElement>('[data-copy][hidden]'))
    button.hidden = false;
  root.addEventListener('click', async (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-copy]');
    if (!button) return;
    event.preventDefault();
    report(button, (await copy(textOf(button))) ? '已复制' : '未能复制');
    button.focus();
  });
}
