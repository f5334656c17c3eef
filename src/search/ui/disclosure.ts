/** A line that opens to more: made when it is first opened, and asked for again when it could not be had. */
import { el } from './elements.ts';

type Content = (HTMLElement | false)[];

/**
 * @param words what the line says
 * @param load makes what it opens to
 * @param mark an attribute by which the line is known
 */
export function disclosure(
  words: string,
  load: () => Content | Promise<Content>,
  mark?: string,
): HTMLDetailsElement {
  const body = el('div', { class: 'fold-body' });
  const details = el(
    'details',
    { class: 'result-further', ...(mark && { [mark]: true }) },
    el('summary', {}, words),
    body,
  );
  let state: 'unread' | 'reading' | 'read' = 'unread';
  async function show(): Promise<void> {
    state = 'reading';
    try {
      const content = await load();
      body.replaceChildren(...content.filter((part) => part !== false));
      state = 'read';
    } catch {
      state = 'unread';
      body.replaceChildren(
        el('p', { class: 'result-sentence' }, '没有取到，收起后再打开就会重试。'),
      );
    }
  }
  details.addEventListener('toggle', () => {
    if (details.open && state === 'unread') void show();
  });
  return details;
}
