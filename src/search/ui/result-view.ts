/** How a result is shown, in the list of the search page and, smaller, under a field; and 直达, what a typed citation means. */
import type { PageHead } from '../format/index-files.ts';
import {
  QUOTED_LABEL,
  type Excerpt,
  type Result,
  type Search,
  type SearchRequest,
} from '../format/types.ts';
import { el, fill } from './elements.ts';
import { fromRoot } from './load-script.ts';

/** Entries that quote a result which are listed. */
const MOST_QUOTING = 200;

/** The address of the place where an excerpt stands, with the words to be marked there. */
function addressOf({ url }: PageHead, excerpt: Excerpt | undefined): string {
  const address = new URL(fromRoot(url));
  for (const hit of excerpt?.hits ?? []) address.searchParams.append('hit', hit);
  if (excerpt && excerpt.anchor !== '') address.hash = excerpt.anchor;
  return address.href;
}

/** A sentence with its hits in `<mark>`. */
const markedText = ({ parts }: Excerpt): Node[] =>
  parts.map(({ text, hit }) => (hit ? el('mark', {}, text) : document.createTextNode(text)));

/** What the list and the field both say of a result. It leads to the title if that holds a hit, else to the first sentence that does. */
function partsOf(result: Result, isDirect: boolean) {
  const { title, kind, about, marked, excerpts } = result;
  const [first] = excerpts;
  const place = isDirect && first ? `　${first.label}` : '';
  const kinds = isDirect ? ['直达', kind] : [kind];
  return {
    href: addressOf(result, marked ?? first),
    title: marked ? markedText(marked) : [title + place],
    about: [...kinds.flatMap((one) => [el('span', 'result-kind', one), ' ']), about],
  };
}

/** A result as an option under a field, with its first sentence. */
export function resultOption(result: Result, isDirect = false): HTMLElement {
  const { href, title, about } = partsOf(result, isDirect);
  const [excerpt] = result.excerpts;
  const sentence = excerpt ? markedText(excerpt) : [result.beginning ?? ''];
  return option(
    href,
    isDirect ? 'option option-direct' : 'option',
    el('span', 'option-title', ...title),
    el('span', 'quiet', ...about),
    el('span', 'option-sentence', ...sentence),
  );
}

/** A link in the list under a field. */
export function option(href: string, name: string, ...children: (Node | string)[]): HTMLElement {
  const attributes = { role: 'option', href, tabindex: '-1', 'aria-selected': 'false' };
  return el('a', { class: name, ...attributes }, ...children);
}

/**
 * A result as an item of a list.
 * @param isDirect it is a document that a citation means, and its sentence the beginning of the cited place
 */
export function resultView(
  result: Result,
  isDirect: boolean,
  ...below: (HTMLElement | false)[]
): HTMLLIElement {
  const { beginning, excerpts, more } = result;
  const { href, title, about } = partsOf(result, isDirect);
  const sentences = excerpts.map((excerpt) => {
    const place = { class: 'result-place quiet', href: addressOf(result, excerpt) };
    const parts = isDirect ? [] : [' ', el('a', place, excerpt.label)];
    return el('p', 'result-sentence', ...markedText(excerpt), ...parts);
  });
  return el(
    'li',
    isDirect ? 'result result-direct washed' : 'result',
    el('h2', 'result-title', el('a', { href }, ...title)),
    el('p', 'quiet', ...about),
    ...sentences,
    beginning !== undefined && el('p', 'result-sentence', beginning),
    more > 0 && el('p', 'result-further quiet', el('a', { href }, `本页另有${more}处`)),
    ...below,
  );
}

/** The line that opens to the entries which quote a result: asked for when it is opened, and again when they could not be had. */
export function quotingView(
  { id, quoting }: Result,
  search: Search,
  asked: SearchRequest,
): HTMLElement | false {
  if (!quoting) return false;
  const body = el('div', 'fold-body');
  const details = el(
    'details',
    { class: 'result-further quiet', 'data-search-quoting': true },
    el('summary', {}, `${quoting}个条目引用`),
    body,
  );
  details.addEventListener('toggle', async () => {
    if (!details.open || body.querySelector('ul')) return;
    try {
      const { results } = await search({ ...asked, quoting: id, limit: MOST_QUOTING });
      fill(body, el('ul', {}, ...results.map(quotingLine)));
      const left = quoting - results.length;
      if (left > 0) body.append(el('p', 'result-sentence', `其余${left}个可用“类型”筛选。`));
    } catch {
      fill(body, el('p', 'result-sentence', '没有取到，收起后再打开就会重试。'));
    }
  });
  return details;
}

/** An entry that quotes, as a link to its quotation, or to where it says the same. */
function quotingLine(result: Result): HTMLElement {
  const { excerpts, kind, title } = result;
  const href = addressOf(
    result,
    excerpts.find(({ label }) => label === QUOTED_LABEL) ?? excerpts[0],
  );
  return el('li', {}, el('span', 'result-kind', kind), el('a', { href }, title));
}
