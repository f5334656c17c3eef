/**
 * The citing line of a paragraph: how to cite it (GB/T 7714), and what copies its citation and its link. A page states the
 * citation once, with the paragraph's label and anchor left open (`data-citation`).
 */
import { labelOfUnit, UNIT } from '../../text/unit-label.ts';

/** Numbered paragraphs, and the link that is laid over the number which style draws beside each. */
const NUMBERED = 'p[id^="p"]:not(.part):not(.note)';
const NUMBER = 'a.number';

function addNumbers(text: HTMLElement): void {
  for (const paragraph of text.querySelectorAll(NUMBERED)) {
    const link = document.createElement('a');
    link.className = 'number';
    link.href = `#${paragraph.id}`;
    link.dataset['editorial'] = '';
    link.setAttribute('aria-label', `第${paragraph.id.slice(1)}段`);
    paragraph.prepend(link);
  }
}

function span(name: string, ...content: (Node | string)[]): HTMLSpanElement {
  const element = document.createElement('span');
  element.className = name;
  element.append(...content);
  return element;
}

/**
 * @param what it is for: said in its name alone, as a page has many
 * @param copied what `copy.ts` copies: a text, or `#p3` for the link to a place on this page
 */
function button(words: string, what: string, copied: string): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'copy';
  element.textContent = words;
  element.setAttribute('aria-label', `${words}：${what}`);
  element.dataset['copy'] = copied;
  return element;
}

/** The last place is meant: the first may stand in the document's own title. */
function filled(template: string, slot: string, words: string): string {
  const at = template.lastIndexOf(slot);
  return at < 0 ? template : template.slice(0, at) + words + template.slice(at + slot.length);
}

/** The content of a paragraph's line: of the 条、款 or 项 that it begins, else of itself. */
function lineOf(template: string, paragraph: HTMLElement): (Node | string)[] {
  const place = labelOfUnit(paragraph);
  const id = paragraph.querySelector('span[id^="a"], span[id*="-a"]')?.id ?? paragraph.id;
  const citation = filled(filled(template, '{place}', place), '{id}', id);
  return [
    span('label', '引用'),
    ' ',
    span('citation', citation),
    ' ',
    button('复制引文', place, citation),
    ' ',
    button('复制链接', place, `#${id}`),
  ];
}

/** Shows the citing line at the paragraph that the address names, or whose number has the focus. */
export function showCitations(): void {
  const text = document.querySelector<HTMLElement>('[data-citation]');
  const template = text?.dataset['citation'];
  if (!text || template === undefined) return;
  addNumbers(text);
  const line = span('cite lifted');
  line.dataset['editorial'] = '';
  const showAt = (paragraph: HTMLElement | null): void => {
    if (paragraph === line.parentElement) return;
    line.remove();
    if (!paragraph) return;
    line.textContent = '';
    line.append(...lineOf(template, paragraph));
    paragraph.append(line);
  };
  const showNamed = (): void => {
    const paragraph = document.querySelector(':target')?.closest<HTMLElement>(UNIT);
    showAt(paragraph?.querySelector(NUMBER) ? paragraph : null);
  };
  document.addEventListener('focusin', ({ target }) => {
    const number = (target as Element).closest(NUMBER);
    if (number && text.contains(number)) showAt(number.parentElement);
    else if (line.isConnected && !line.parentElement!.contains(target as Node)) showNamed();
  });
  addEventListener('hashchange', showNamed);
  showNamed();
}
