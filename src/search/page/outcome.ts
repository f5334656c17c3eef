/** What the search page shows for an answer, while it waits for one, and when there is none. */
import type { Answer } from '../engine/engine.ts';
import { el, quoted } from './elements.ts';
import { showFilters } from './filters-view.ts';
import { resultView } from './result-view.ts';
import type { SearchState } from './state.ts';

interface Actions {
  more: () => void;
  retry: () => void;
  unfilter: () => void;
}

/** A search that takes longer says so; a shorter one does not flicker. */
const WAIT_MS = 300;

export class Outcome {
  private readonly page: HTMLElement;
  private readonly status: HTMLElement;
  private readonly list: HTMLElement;
  private readonly apart: HTMLElement;
  private readonly bar: HTMLElement;
  private readonly side: HTMLDetailsElement;
  private readonly filters: HTMLElement;
  private readonly actions: Actions;
  private readonly seen: IntersectionObserver;
  private wait: ReturnType<typeof setTimeout> | undefined;

  constructor(page: HTMLElement, actions: Actions) {
    const part = <T extends HTMLElement>(name: string) =>
      page.querySelector<T>(`[data-search-${name}]`)!;
    this.page = page;
    this.status = part('status');
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

  private clear(): void {
    clearTimeout(this.wait);
    this.seen.disconnect();
    this.page.removeAttribute('aria-busy');
    this.apart.replaceChildren();
  }

  private say(words: string): void {
    if (this.status.textContent !== words) this.status.textContent = words;
  }

  nothingAsked(): void {
    this.clear();
    this.list.replaceChildren();
    this.bar.hidden = this.side.hidden = true;
    this.say('原文里有的字，就能找到：词、句、文号、数字都行；几个词之间空一格，就要求同时出现。');
  }

  waiting(query: string): void {
    clearTimeout(this.wait);
    this.page.setAttribute('aria-busy', 'true');
    this.wait = setTimeout(() => this.say(`正在搜索${quoted(query)}……`), WAIT_MS);
  }

  unavailable(query: string): void {
    this.clear();
    this.list.replaceChildren();
    this.bar.hidden = this.side.hidden = true;
    this.say('搜索暂不可用');
    const retry = el('button', { type: 'button', class: 'button' }, '重试');
    retry.addEventListener('click', () => this.actions.retry());
    this.apart.append(
      el(
        'div',
        { class: 'search-notice', 'data-search-unavailable': true },
        el(
          'p',
          {},
          `没有搜成${quoted(query)}：索引文件没有取到，或者已经损坏。可以重试；也可以到各栏目的目录页，用浏览器的页内查找（Ctrl+F）。`,
        ),
        retry,
      ),
    );
  }

  show(answer: Answer, { filters }: SearchState): void {
    this.clear();
    const { query, total, results, near } = answer;
    const filtered = Object.keys(filters).length > 0;
    const focused = this.list.contains(document.activeElement);
    const kept = [...this.list.children].length;
    this.list.replaceChildren(...results.map(resultView));
    showFilters(this.filters, answer.facets);
    this.side.hidden = answer.facets.length === 0 && !filtered;
    this.bar.hidden = total === 0;
    this.say(this.summary(answer));
    if (total > results.length) this.offerMore(total - results.length);
    if (total === 0)
      this.offerNear(
        query,
        answer.asked,
        filtered && answer.facets.length > 0,
        near.map(resultView),
      );
    if (focused)
      (this.list.children[kept]?.querySelector('a') ?? this.list.querySelector('a'))?.focus();
  }

  private summary({ query, asked, total }: Answer): string {
    if (!asked) return `${quoted(query)}里没有可以搜索的字。请输入汉字、字母或数字。`;
    if (total === 0) return `没有一页含有${quoted(query)}`;
    return `${total}页含有${quoted(query)}`;
  }

  private offerMore(left: number): void {
    const more = el(
      'button',
      { type: 'button', class: 'button', 'data-search-more': true },
      `再显示几条（还有${left}页）`,
    );
    more.addEventListener('click', () => this.actions.more());
    this.apart.append(el('p', { class: 'search-more' }, more));
    this.seen.observe(more);
  }

  private offerNear(
    query: string,
    asked: boolean,
    filteredOut: boolean,
    near: HTMLElement[],
  ): void {
    const empty = el('div', { class: 'search-notice', 'data-search-empty': true });
    this.apart.append(empty);
    if (filteredOut) {
      const all = el('button', { type: 'button', class: 'button' }, '去掉筛选');
      all.addEventListener('click', () => this.actions.unfilter());
      empty.append(el('p', {}, `在所选的范围里，没有一页含有${quoted(query)}。`), all);
      return;
    }
    empty.append(
      el(
        'p',
        {},
        asked
          ? `全库没有一页原样含有${quoted(query)}。${near.length > 0 ? '下面是最接近的，只含其中一些词。' : '也没有接近的。试试短一些的词。'}`
          : '没有可以搜索的字。',
      ),
    );
    if (near.length === 0) return;
    this.apart.append(
      el(
        'section',
        { class: 'search-near', 'aria-labelledby': 'near' },
        el('h2', { id: 'near', class: 'search-near-title' }, '近似结果'),
        el('ol', { class: 'results', 'data-search-near': true }, ...near),
      ),
    );
  }
}
