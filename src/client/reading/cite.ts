/**
 * The citing line of a paragraph: how to cite it, what copies its citation and its link, and its references. A page states
 * the citation once, with the paragraph's label and anchor left open (`data-citation`).
 */
import { labelOfUnit, UNIT } from '../../text/unit-label.ts';
import { addressed } from './addressed.ts';
import { copyButton } from './copy-button.ts';
import { referenceButton } from './reference-button.ts';

/** The link that a paragraph's number is. */
const NUMBER = 'a[data-editorial]';

/** The last place is meant: the first may stand in the document's own title. */
function filled(template: string, slot: string, words: string): string {
  const at = template.lastIndexOf(slot);
  return at < 0 ? template : template.slice(0, at) + words + template.slice(at + slot.length);
}

function span(name: string, words: string): HTMLSpanElement {
  const element = document.createElement('span');
  element.className = name;
  element.textContent = words;
  return element;
}

/** What a paragraph is called, and the address of the 条、款 or 项 that it begins, else its own. */
function placeOf(paragraph: HTMLElement): { place: string; id: string } {
  const unit = paragraph.querySelector('span[id^="a"], span[id*="-a"]');
  return { place: labelOfUnit(paragraph), id: unit?.id ?? paragraph.id };
}

function fill(line: HTMLElement, template: string, paragraph: HTMLElement): void {
  const { place, id } = placeOf(paragraph);
  const citation = filled(filled(template, '{place}', place), '{id}', id);
  line.textContent = '';
  line.append(
    span('label', '引用'),
    ' ',
    span('citation', citation),
    ' ',
    copyButton('复制引文', place, citation),
    ' ',
    copyButton('复制链接', place, `#${id}`),
    ' ',
    referenceButton({ place, id, citation }),
  );
}

/** Offers the references to the whole document beside its citation. */
function offerWhole(root: Document): void {
  const copy = root.querySelector('.how-to-cite .copy');
  const citation = root.querySelector('.how-to-cite .citation')?.textContent;
  if (copy && citation) copy.after(' ', referenceButton({ place: '全文', id: '', citation }));
}

/** Shows the citing line at the paragraph that the address names, or whose number has the focus. */
export function showCitations(root: Document): void {
  const text = root.querySelector<HTMLElement>('[data-citation]');
  const template = text?.dataset['citation'];
  if (!text || template === undefined) return;
  offerWhole(root);
  const line = span('cite', '');
  line.dataset['editorial'] = '';

  const showAt = (paragraph: HTMLElement | null): void => {
    if (paragraph === line.parentElement) return;
    if (!paragraph) line.remove();
    else {
      fill(line, template, paragraph);
      paragraph.append(line);
    }
  };
  const paragraphOf = (number: Element | null): HTMLElement | null =>
    (number?.nextElementSibling as HTMLElement | null) ?? null;
  const named = (): HTMLElement | null => {
    const target = addressed();
    const paragraph = target?.closest<HTMLElement>(UNIT) ?? null;
    return paragraph?.previousElementSibling?.matches(NUMBER) ? paragraph : null;
  };
  const showNamed = (): void => showAt(named());

  root.addEventListener('focusin', ({ target }) => {
    const number = (target as Element).closest(NUMBER);
    if (number && text.contains(number)) showAt(paragraphOf(number));
    else if (line.isConnected && !line.parentElement!.contains(target as Node)) showNamed();
  });
  addEventListener('hashchange', showNamed);
  showNamed();
}
