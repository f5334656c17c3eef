/** One result: title, kind, number, date, and the sentences with the hits marked. */
import type { Excerpt, FurtherRequest, Quoting, Result } from '../format/types.ts';
import type { PageHead } from '../build/records/record.ts';
import { fromRoot } from './from-root.ts';
import { el } from './elements.ts';
import { engine } from './engine-client.ts';
import { disclosure } from './disclosure.ts';

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

/** Number, date and validity, and what replaces the document, as far as they are known. */
export function particulars(
  result: Pick<PageHead, 'number' | 'date' | 'dateText' | 'validity' | 'replacedBy'>,
): string {
  const validity = result.validity === '不详' ? '有效性不详' : result.validity;
  const later = (result.replacedBy ?? []).map((title) => `《${title}》`).join('、');
  const replaced = later && `已由${later}取代`;
  return [result.number, result.dateText ?? result.date, validity, replaced]
    .filter(Boolean)
    .join(' · ');
}

function sentence(result: Result, excerpt: Excerpt): HTMLElement {
  const place = el('a', { class: 'result-place', href: addressOf(result, excerpt) }, excerpt.label);
  return el('p', { class: 'result-sentence' }, ...markedText(excerpt), ' ', place);
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
            el('ul', { class: 'quoting-list' }, ...lines.map(quotingLine)),
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
      { class: 'result-about' },
      el('span', { class: 'result-kind' }, result.kind),
      ' ',
      particulars(result),
    ),
    ...result.excerpts.map((excerpt) => sentence(result, excerpt)),
    result.beginning !== undefined && el('p', { class: 'result-sentence' }, result.beginning),
    ...folds(result, asked),
  );
}
