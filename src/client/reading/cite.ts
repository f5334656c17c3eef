/**
 * The citing line of a paragraph: how to cite it, what copies its citation and its link, and its references. A page states
 * the citation once, with the paragraph's label and anchor left open (`data-citation`).
 */
import references from 'script:references';
import { loadOnce } from '../../search/ui/load-script.ts';
import { labelOfUnit, UNIT } from '../../text/unit-label.ts';
import { ASKED, copyButton, namedButton, type AskedReference } from './citation-buttons.ts';
import { targetElement } from './target-element.ts';

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

/** 更多格式: shows the references for citation managers, and hides them again. */
function referenceButton(asked: AskedReference): HTMLButtonElement {
  const button = namedButton('更多格式', asked.place);
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', async () => {
    const next = button.nextElementSibling;
    const shown = next?.matches('.references') ? next : null;
    if (shown) shown.remove();
    else {
      await loadOnce(references);
      button.dispatchEvent(new CustomEvent(ASKED, { bubbles: true, detail: asked }));
    }
    button.setAttribute('aria-expanded', String(!shown));
  });
  return button;
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
  addNumbers(text);
  const line = span('cite lifted', '');
  line.dataset['editorial'] = '';

  const showAt = (paragraph: HTMLElement | null): void => {
    if (paragraph === line.parentElement) return;
    if (!paragraph) line.remove();
    else {
      fill(line, template, paragraph);
      paragraph.append(line);
    }
  };
  const named = (): HTMLElement | null => {
    const paragraph = targetElement()?.closest<HTMLElement>(UNIT) ?? null;
    return paragraph?.querySelector(NUMBER) ? paragraph : null;
  };
  const showNamed = (): void => showAt(named());

  root.addEventListener('focusin', ({ target }) => {
    const number = (target as Element).closest(NUMBER);
    if (number && text.contains(number)) showAt(number.parentElement);
    else if (line.isConnected && !line.parentElement!.contains(target as Node)) showNamed();
  });
  addEventListener('hashchange', showNamed);
  showNamed();
}
