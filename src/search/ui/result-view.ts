/** One result: title, kind, number, date, and the sentences with the hits marked; and 直达, what a typed citation means. */
import type { PageHead } from '../format/record.ts';
import type { Answer, Direct, Excerpt, FurtherRequest, Quoting, Result } from '../format/types.ts';
import { el, fill } from './elements.ts';
import { engine } from './engine-client.ts';
import { fromRoot } from './load-script.ts';

/** What was asked for, as the engine needs it to give what is folded. */
export type Asking = Omit<FurtherRequest, 'id'>;

/** The address of the place where an excerpt stands, with the words to be marked there. */
export function addressOf({ url }: PageHead, excerpt: Excerpt | undefined): string {
  const address = new URL(fromRoot(url));
  for (const hit of excerpt?.hits ?? []) address.searchParams.append('hit', hit);
  if (excerpt && excerpt.anchor !== '') address.hash = excerpt.anchor;
  return address.href;
}

/** The place that the result leads to: the title if it holds a hit, else the first sentence that does. */
export function firstHit({ marked, excerpts }: Result): Excerpt | undefined {
  return marked ?? excerpts[0];
}

/** A result’s title, with its hits marked. */
export function titleOf({ title, marked }: Result): (Node | string)[] {
  return marked ? markedText(marked) : [title];
}

/** A sentence with its hits in `<mark>`. */
export function markedText({ parts }: Excerpt): Node[] {
  return parts.map(({ text, hit }) => (hit ? el('mark', {}, text) : document.createTextNode(text)));
}

/** Number, date and validity, what replaces the document, and what outside sources say of it, as far as they are known. */
export function particulars(result: Omit<PageHead, 'url' | 'title' | 'kind'>): string {
  const validity = result.validity === '不详' ? '有效性不详' : result.validity;
  const later = (result.replacedBy ?? []).map((title) => `《${title}》`).join('、');
  const replaced = later && `已由${later}取代`;
  const said = [validity, replaced, result.laterValidity];
  return [result.number, result.dateText ?? result.date, ...said].filter(Boolean).join(' · ');
}

function sentence(result: Result, excerpt: Excerpt): HTMLElement {
  const place = el(
    'a',
    { class: 'result-place quiet', href: addressOf(result, excerpt) },
    excerpt.label,
  );
  return el('p', { class: 'result-sentence' }, ...markedText(excerpt), ' ', place);
}

type Content = (HTMLElement | false)[];

/**
 * A line that opens to more: made when it is first opened, and asked for again when it could not be had.
 * @param words what the line says
 * @param load makes what it opens to
 * @param mark an attribute by which the line is known
 */
function disclosure(
  words: string,
  load: () => Content | Promise<Content>,
  mark?: string,
): HTMLDetailsElement {
  const body = el('div', { class: 'fold-body' });
  const details = el(
    'details',
    { class: 'result-further quiet', ...(mark && { [mark]: true }) },
    el('summary', {}, words),
    body,
  );
  let state: 'unread' | 'reading' | 'read' = 'unread';
  async function show(): Promise<void> {
    state = 'reading';
    try {
      const content = await load();
      fill(body, ...content.filter((part) => part !== false));
      state = 'read';
    } catch {
      state = 'unread';
      fill(body, el('p', { class: 'result-sentence' }, '没有取到，收起后再打开就会重试。'));
    }
  }
  details.addEventListener('toggle', () => {
    if (details.open && state === 'unread') void show();
  });
  return details;
}

/** What stands under the result's sentences: more of them, and who quotes them. */
function folds(result: Result, asked: Asking): (HTMLElement | false)[] {
  const { id, further, furtherCount, elsewhere, quoting } = result;
  const rest = (count: number, shown: number) =>
    count > shown && el('p', { class: 'result-sentence' }, `其余${count - shown}句见页内。`);
  const sentences = (excerpts: Excerpt[]) => excerpts.map((excerpt) => sentence(result, excerpt));
  return [
    elsewhere === undefined &&
      furtherCount > 0 &&
      disclosure(`本页另有${furtherCount}句`, () => [
        ...sentences(further),
        rest(furtherCount, further.length),
      ]),
    elsewhere !== undefined &&
      elsewhere !== 0 &&
      disclosure(elsewhere === null ? '本页别处' : `本页另有${elsewhere}处`, async () => {
        const { sentences: more, count } = await engine.furtherSentences({ ...asked, id });
        if (count > 0) return [...sentences(more), rest(count, more.length)];
        return [el('p', { class: 'result-sentence' }, '都在同样的句子里。')];
      }),
    quoting !== undefined &&
      disclosure(
        `${quoting.count}个条目引用${quoting.onePassage ? '这一段' : '文中这些话'}`,
        async () => {
          const lines = await engine.quoting({ ...asked, id });
          return [
            el('ul', {}, ...lines.map(quotingLine)),
            lines.length < quoting.count &&
              el(
                'p',
                { class: 'result-sentence' },
                `其余${quoting.count - lines.length}个可用“类型”筛选。`,
              ),
          ];
        },
        'data-search-quoting',
      ),
  ];
}

/** An entry that quotes the result's page, as a link to its quotation. */
function quotingLine(line: Quoting): HTMLElement {
  const excerpt = { anchor: line.anchor, label: '', parts: [], hits: line.hits };
  return el(
    'li',
    {},
    el('span', { class: 'result-kind' }, line.kind),
    el('a', { href: addressOf(line, excerpt) }, line.title),
  );
}

/** A result as an item of the list. */
export function resultView(result: Result, asked: Asking): HTMLLIElement {
  return el(
    'li',
    { class: 'result' },
    el(
      'h2',
      { class: 'result-title' },
      el('a', { href: addressOf(result, firstHit(result)) }, ...titleOf(result)),
    ),
    el(
      'p',
      { class: 'quiet' },
      el('span', { class: 'result-kind' }, result.kind),
      ' ',
      particulars(result),
    ),
    ...result.excerpts.map((excerpt) => sentence(result, excerpt)),
    result.beginning !== undefined && el('p', { class: 'result-sentence' }, result.beginning),
    ...folds(result, asked),
  );
}

/** What the entry is called: the document, and the article in it. */
export const directTitle = ({ title, excerpt }: Direct): string =>
  excerpt ? `${title}　${excerpt.label}` : title;

/** Kind, number, date and validity of the document. */
export const directAbout = (place: Direct): (Node | string)[] => [
  el('span', { class: 'result-kind' }, '直达'),
  el('span', { class: 'result-kind' }, place.kind),
  ' ',
  particulars(place),
];

function directItem(place: Direct): HTMLElement {
  const { excerpt } = place;
  return el(
    'li',
    { class: 'result result-direct washed' },
    el(
      'h2',
      { class: 'result-title' },
      el('a', { href: addressOf(place, excerpt) }, directTitle(place)),
    ),
    el('p', { class: 'quiet' }, ...directAbout(place)),
    excerpt && el('p', { class: 'result-sentence' }, ...markedText(excerpt)),
  );
}

/** The list of the places that a query means; empty where the query is no citation. */
export const directView = ({ direct }: Answer): HTMLElement[] =>
  direct.length === 0
    ? []
    : [
        el(
          'ol',
          { class: 'results ruled', 'data-search-direct': true, 'aria-label': '直达' },
          ...direct.map(directItem),
        ),
      ];
