/** What stands in the list under a search field: a link a result, and one to all of them. */
import { fromRoot } from './from-root.ts';
import { searchPath } from '../../views/urls.ts';
import type { Answer, Direct, Result } from '../format/types.ts';
import { directAbout, directTitle } from './direct-view.ts';
import { el } from './elements.ts';
import { addressOf, firstHit, markedText, particulars, titleOf } from './result-view.ts';
import { writeState } from './search-state.ts';
import { countOf } from './wording.ts';

/** Characters of the query shown in the narrow list. */
const LONGEST = 20;

function option(
  href: string,
  name: string,
  ...children: (Node | string | undefined)[]
): HTMLElement {
  return el(
    'a',
    { role: 'option', class: name, href, tabindex: '-1', 'aria-selected': 'false' },
    ...children,
  );
}

function resultOption(result: Result): HTMLElement {
  const [excerpt] = result.excerpts;
  return option(
    addressOf(result, firstHit(result)),
    'option',
    el('span', { class: 'option-title' }, ...titleOf(result)),
    el(
      'span',
      { class: 'option-about' },
      el('span', { class: 'result-kind' }, result.kind),
      ' ',
      particulars(result),
    ),
    el(
      'span',
      { class: 'option-sentence' },
      ...(excerpt ? markedText(excerpt) : [result.beginning ?? '']),
    ),
  );
}

function directOption(place: Direct): HTMLElement {
  return option(
    addressOf(place, place.excerpt),
    'option option-direct',
    el('span', { class: 'option-title' }, directTitle(place)),
    el('span', { class: 'option-about' }, ...directAbout(place)),
    place.excerpt && el('span', { class: 'option-sentence' }, ...markedText(place.excerpt)),
  );
}

/** How many pages there are, in a few words. */
export function aboutAnswer(answer: Answer): string {
  return answer.asked.length > 0 ? countOf(answer, LONGEST) : '没有可以搜索的字';
}

/** The options for an answer; without results, a line that says so, and the way to the nearest. */
export function optionsFor(answer: Answer): HTMLElement[] {
  const { query, asked, total, results } = answer;
  const options = [...answer.direct.map(directOption), ...results.map(resultOption)];
  if (total === 0) options.push(el('p', { class: 'option-none' }, aboutAnswer(answer)));
  if (asked.length > 0) {
    const all = fromRoot(searchPath) + writeState({ query, filters: {}, sort: 'relevance' });
    options.push(option(all, 'option option-all', total > 0 ? `全部${total}页结果` : '看近似结果'));
  }
  return options;
}
