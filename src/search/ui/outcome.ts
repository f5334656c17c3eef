/** What the search page shows for an answer, while it waits for one, and when there is none. */
import type { Answer } from '../format/types.ts';
import { el, fill } from './elements.ts';
import { showFilters } from './filters-view.ts';
import { directView, resultView } from './result-view.ts';
import type { SearchState } from './search-state.ts';
import { UNSUPPORTED, countOf, isUnsupported, noneOf, quoted } from './wording.ts';

interface Actions {
  more: () => void;
  retry: () => void;
  unfilter: () => void;
}

/** A search that takes longer says so; a shorter one does not flicker. */
const WAIT_MS = 300;

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
function unavailableNotice(query: string, retry: () => void): HTMLElement {
  return el(
    'div',
    { class: 'search-notice washed', 'data-search-unavailable': true },
    el(
      'p',
      {},
      `没有搜成${quoted(query)}：索引文件没有取到，或者已经损坏。可以重试；也可以到各栏目的目录页，用浏览器的页内查找（Ctrl+F）。`,
    ),
    button('重试', retry),
  );
}

/** Nothing matches; `unfilter` is given where only the filters are the reason. */
function emptyNotice(words: string, unfilter?: () => void): HTMLElement {
  return el(
    'div',
    { class: 'search-notice washed', 'data-search-empty': true },
    el('p', {}, words),
    unfilter && button('去掉筛选', unfilter),
  );
}

/** The nearest pages, under a heading that says that they are no more than that. */
function nearestSection(results: HTMLElement[]): HTMLElement {
  return el(
    'section',
    { class: 'search-partial', 'aria-labelledby': 'partial-matches' },
    el('h2', { id: 'partial-matches' }, '近似结果'),
    el('ol', { class: 'results ruled', 'data-search-partial': true }, ...results),
  );
}

/** There are more results than are shown. */
function moreButton(left: number, more: () => void): HTMLElement {
  return el(
    'p',
    { class: 'search-more' },
    button(`再显示几条（还有${left}页）`, more, 'data-search-more'),
  );
}

/** What stands below the field of the search page, whose parts are named by `data-search-…`. */
export class Outcome {
  private readonly page: HTMLElement;
  private readonly status: HTMLElement;
  private readonly places: HTMLElement;
  private readonly list: HTMLElement;
  private readonly apart: HTMLElement;
  private readonly bar: HTMLElement;
  private readonly side: HTMLDetailsElement;
  private readonly filters: HTMLElement;
  private readonly actions: Actions;
  private readonly seen: IntersectionObserver;
  private wait: ReturnType<typeof setTimeout> | undefined;
  /** What the results that stand here were searched for. */
  private answered: string | undefined;

  constructor(page: HTMLElement, actions: Actions) {
    const part = <T extends HTMLElement>(name: string) =>
      page.querySelector<T>(`[data-search-${name}]`)!;
    this.page = page;
    this.status = part('status');
    this.places = part('places');
    this.list = part('results');
    this.apart = part('apart');
    this.bar = part('bar');
    this.side = part<HTMLDetailsElement>('side');
    this.filters = part('filters');
    this.actions = actions;
    this.seen = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) actions.more();
    });
    const wide = matchMedia('(min-width: 60rem)');
    const unfold = () => (this.side.open = wide.matches);
    wide.addEventListener('change', unfold);
    unfold();
  }

  private stopWaiting(): void {
    clearTimeout(this.wait);
    this.page.removeAttribute('aria-busy');
  }

  /** Takes away everything that was found. */
  private empty(): void {
    this.answered = undefined;
    this.seen.disconnect();
    fill(this.apart);
    fill(this.places);
    fill(this.list);
    this.bar.hidden = this.side.hidden = true;
  }

  private say(words: string): void {
    if (this.status.textContent !== words) this.status.textContent = words;
  }

  nothingAsked(): void {
    this.stopWaiting();
    this.empty();
    this.say('原文里有的字，就能找到：词、句、文号、数字都行；几个词之间空一格，就要求同时出现。');
  }

  /** What was found for other words goes as soon as the status names these; for a filter or more results it stays. */
  waiting(query: string): void {
    clearTimeout(this.wait);
    this.page.setAttribute('aria-busy', 'true');
    this.wait = setTimeout(() => {
      if (query !== this.answered) this.empty();
      this.say(`正在搜索${quoted(query)}……`);
    }, WAIT_MS);
  }

  unavailable(query: string, error: unknown): void {
    this.stopWaiting();
    this.empty();
    if (isUnsupported(error)) {
      this.say('此处不能搜索');
      this.apart.append(
        el(
          'div',
          { class: 'search-notice washed', 'data-search-unsupported': true },
          el('p', {}, UNSUPPORTED),
        ),
      );
      return;
    }
    this.say('搜索暂不可用');
    this.apart.append(unavailableNotice(query, this.actions.retry));
  }

  show(answer: Answer, { query, filters }: SearchState): void {
    this.stopWaiting();
    this.seen.disconnect();
    fill(this.apart);
    this.answered = query;
    const { total, results, facets } = answer;
    const filtered = Object.keys(filters).length > 0;
    const asking = { query: answer.query, filters };
    const focused = this.list.contains(document.activeElement);
    const kept = this.list.children.length;
    fill(this.places, ...directView(answer));
    fill(this.list, ...results.map((result) => resultView(result, asking)));
    showFilters(this.filters, facets);
    this.side.hidden = facets.length === 0 && !filtered;
    this.bar.hidden = total === 0;
    this.say(countOf(answer));
    if (total > results.length) this.offerMore(total - results.length);
    if (total === 0) this.explainNone(answer, filtered && facets.length > 0);
    if (focused)
      (this.list.children[kept]?.querySelector('a') ?? this.list.querySelector('a'))?.focus();
  }

  private offerMore(left: number): void {
    const more = moreButton(left, this.actions.more);
    this.apart.append(more);
    this.seen.observe(more);
  }

  private explainNone(answer: Answer, filteredOut: boolean): void {
    const { asked, partial } = answer;
    const unfilter = filteredOut ? this.actions.unfilter : undefined;
    this.apart.append(emptyNotice(noneOf(answer, filteredOut), unfilter));
    if (asked.length > 0 && !filteredOut && partial.length > 0)
      this.apart.append(
        nearestSection(partial.map((result) => resultView(result, { query: answer.query }))),
      );
  }
}
