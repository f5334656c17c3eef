/** One result: title, kind, number, date, and the sentences with the hits marked. */
import type { Excerpt, Result } from '../engine/types.ts';
import { fromRoot } from '../../client-scripts/from-root.ts';
import { el } from './elements.ts';

/** The address of the place where an excerpt stands, with the words to be marked there. */
export function addressOf(result: Result, excerpt: Excerpt | undefined): string {
  const address = new URL(fromRoot(result.url));
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

/** Number, date and validity, as far as they are known. */
export function particulars(result: Result): string {
  const validity = result.validity === '不详' ? '有效性不详' : result.validity;
  return [result.number, result.dateText ?? result.date, validity].filter(Boolean).join(' · ');
}

function sentence(result: Result, excerpt: Excerpt): HTMLElement {
  const place = el('a', { class: 'result-place', href: addressOf(result, excerpt) }, excerpt.label);
  return el('p', { class: 'result-sentence' }, ...markedText(excerpt), ' ', place);
}

/** A result as an item of the list. */
export function resultView(result: Result): HTMLLIElement {
  const { further, furtherCount } = result;
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
    furtherCount > 0 &&
      el(
        'details',
        { class: 'result-further' },
        el('summary', {}, `本页另有${furtherCount}句`),
        ...further.map((excerpt) => sentence(result, excerpt)),
        furtherCount > further.length &&
          el('p', { class: 'result-sentence' }, `其余${furtherCount - further.length}句见页内。`),
      ),
  );
}
