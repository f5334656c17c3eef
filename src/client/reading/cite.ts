/**
 * The citing line of a paragraph: how to cite it, what copies its citation and its link, and its references for citation
 * managers, each to copy and to save. A page states the citation once, with the paragraph's label and anchor left open
 * (`data-citation`), and what references need in its JSON-LD.
 */
import { labelOfUnit, UNIT } from '../../text/unit-label.ts';
import { bibtex, cslJson, type Reference, ris } from '../../views/citation/reference-formats.ts';

interface Cited {
  /** 第3段, or 全文. */
  place: string;
  /** Its anchor; empty for the whole document. */
  id: string;
  /** By GB/T 7714. */
  citation: string;
}

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
 * @param copied what `copy.ts` copies, if it does: a text, or `#p3` for the link to a place on this page
 */
function button(words: string, what: string, copied?: string): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'copy';
  element.textContent = words;
  element.setAttribute('aria-label', `${words}：${what}`);
  if (copied !== undefined) element.dataset['copy'] = copied;
  return element;
}

type Stated = Partial<Record<string, string>> & {
  legislationPassedBy?: { name: string } | { name: string }[];
};

/** A reference made of what the page says of its document to search engines. */
function referenceTo(root: Document, { place, id }: Cited): Reference {
  const data = root.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}';
  const stated = (JSON.parse(data) as { '@graph'?: Stated[] })['@graph']?.[0] ?? {};
  const number = stated['legislationIdentifier'];
  const key = root.querySelector<HTMLElement>('[data-key]')?.dataset['key'] ?? '';
  // The lasting address of the page; where it states none, the one it is read at, unless that is a file.
  const here = location.protocol === 'file:' ? undefined : location.href.replace(/[?#].*$/su, '');
  const address = root.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? here;
  return {
    id: id ? `${key}-${id}` : key,
    issuers: [stated.legislationPassedBy ?? []].flat().map((issuer) => issuer.name),
    title: stated['name'] ?? '',
    ...(number && { number }),
    date: (stated['legislationDate'] ?? '').split('-').filter(Boolean).map(Number),
    ...(address && { url: id ? `${address}#${id}` : address }),
    language: stated['inLanguage'] ?? '',
    ...(id && { place }),
  };
}

function referenceList(root: Document, cited: Cited): HTMLElement {
  const reference = referenceTo(root, cited);
  const formats: [name: string, ending: string, type: string, words: string][] = [
    ['GB/T 7714', 'txt', 'text/plain', `${cited.citation}\n`],
    ['BibTeX', 'bib', 'application/x-bibtex', bibtex(reference)],
    ['RIS', 'ris', 'application/x-research-info-systems', ris(reference)],
    ['CSL-JSON', 'csl.json', 'application/vnd.citationstyles.csl+json', cslJson(reference)],
  ];
  const rows = formats.map(([name, ending, type, words]) => {
    const what = `${name}，${cited.place}`;
    const save = document.createElement('a');
    save.href = `data:${type};charset=utf-8,${encodeURIComponent(words)}`;
    save.download = `${reference.id}.${ending}`;
    save.textContent = '下载';
    save.setAttribute('aria-label', `下载：${what}`);
    return span('', name, ' ', button('复制', what, words), ' ', save);
  });
  return span('references', ...rows);
}

/** 更多格式: shows the references, and hides them again. */
function referenceButton(root: Document, cited: Cited): HTMLButtonElement {
  const more = button('更多格式', cited.place);
  let list: HTMLElement | undefined;
  more.setAttribute('aria-expanded', 'false');
  more.addEventListener('click', () => {
    if (list?.isConnected) list.remove();
    else more.after((list = referenceList(root, cited)));
    more.setAttribute('aria-expanded', String(list.isConnected));
  });
  return more;
}

/** The last place is meant: the first may stand in the document's own title. */
function filled(template: string, slot: string, words: string): string {
  const at = template.lastIndexOf(slot);
  return at < 0 ? template : template.slice(0, at) + words + template.slice(at + slot.length);
}

/** The content of a paragraph's line: of the 条、款 or 项 that it begins, else of itself. */
function lineOf(root: Document, template: string, paragraph: HTMLElement): (Node | string)[] {
  const place = labelOfUnit(paragraph);
  const id = paragraph.querySelector('span[id^="a"], span[id*="-a"]')?.id ?? paragraph.id;
  const citation = filled(filled(template, '{place}', place), '{id}', id);
  const parts = [
    span('label', '引用'),
    span('citation', citation),
    button('复制引文', place, citation),
    button('复制链接', place, `#${id}`),
    referenceButton(root, { place, id, citation }),
  ];
  return parts.flatMap((part, i) => (i ? [' ', part] : [part]));
}

/** Shows the citing line at the paragraph that the address names, or whose number has the focus; of the whole, references. */
export function showCitations(root: Document): void {
  const text = root.querySelector<HTMLElement>('[data-citation]');
  const template = text?.dataset['citation'];
  if (!text || template === undefined) return;
  const copy = root.querySelector('.how-to-cite .copy');
  const citation = root.querySelector('.how-to-cite .citation')?.textContent;
  if (copy && citation) copy.after(' ', referenceButton(root, { place: '全文', id: '', citation }));

  addNumbers(text);
  const line = span('cite lifted');
  line.dataset['editorial'] = '';
  const showAt = (paragraph: HTMLElement | null): void => {
    if (paragraph === line.parentElement) return;
    line.remove();
    if (!paragraph) return;
    line.textContent = '';
    line.append(...lineOf(root, template, paragraph));
    paragraph.append(line);
  };
  const showNamed = (): void => {
    const paragraph = root.querySelector(':target')?.closest<HTMLElement>(UNIT);
    showAt(paragraph?.querySelector(NUMBER) ? paragraph : null);
  };
  root.addEventListener('focusin', ({ target }) => {
    const number = (target as Element).closest(NUMBER);
    if (number && text.contains(number)) showAt(number.parentElement);
    else if (line.isConnected && !line.parentElement!.contains(target as Node)) showNamed();
  });
  addEventListener('hashchange', showNamed);
  showNamed();
}
