/** What stands in place of results, or after them: that there are none, that search cannot work, that there are more. */
import { el } from './elements.ts';
import { quoted } from './wording.ts';

/** A button with what it does. */
function button(words: string, act: () => void, mark?: string): HTMLButtonElement {
  const made = el(
    'button',
    { type: 'button', class: 'button', ...(mark && { [mark]: true }) },
    words,
  );
  made.addEventListener('click', act);
  return made;
}

/** Search cannot work now. */
export function unavailableNotice(query: string, retry: () => void): HTMLElement {
  return el(
    'div',
    { class: 'search-notice', 'data-search-unavailable': true },
    el(
      'p',
      {},
      `没有搜成${quoted(query)}：索引文件没有取到，或者已经损坏。可以重试；也可以到各栏目的目录页，用浏览器的页内查找（Ctrl+F）。`,
    ),
    button('重试', retry),
  );
}

/** Nothing matches; `unfilter` is given where only the filters are the reason. */
export function emptyNotice(words: string, unfilter?: () => void): HTMLElement {
  return el(
    'div',
    { class: 'search-notice', 'data-search-empty': true },
    el('p', {}, words),
    unfilter && button('去掉筛选', unfilter),
  );
}

/** The nearest pages, under a heading that says that they are no more than that. */
export function partialMatches(results: HTMLElement[]): HTMLElement {
  return el(
    'section',
    { class: 'search-partial', 'aria-labelledby': 'partial-matches' },
    el('h2', { id: 'partial-matches', class: 'search-partial-title' }, '近似结果'),
    el('ol', { class: 'results', 'data-search-partial': true }, ...results),
  );
}

/** There are more results than are shown. */
export function moreButton(left: number, more: () => void): HTMLElement {
  return el(
    'p',
    { class: 'search-more' },
    button(`再显示几条（还有${left}页）`, more, 'data-search-more'),
  );
}
