/** The search page: its address says what is searched for, and Back goes to what was searched for before. */
import type { Answer, Search } from '../format/types.ts';
import { button, el, fill } from './elements.ts';
import { quotingView, resultView } from './result-view.ts';
import {
  readFilters,
  readState,
  showFilters,
  writeState,
  type SearchState,
} from './search-state.ts';
import { listenToTyping } from './typing.ts';
import { UNSUPPORTED, countOf, isUnsupported, noneOf, quoted } from './wording.ts';

const FIRST_RESULTS = 10;
const MORE_RESULTS = 20;
/** A search that takes longer says so; a shorter one does not flicker. */
const WAIT_MS = 300;

/** What there is instead of results. */
const notice = (mark: string, words: string, act?: HTMLElement): HTMLElement =>
  el('div', { class: 'search-notice washed', [mark]: true }, el('p', {}, words), act);

/** The nearest pages, under a heading that says that they are no more than that. */
const nearest = (results: HTMLElement[]): HTMLElement =>
  el(
    'section',
    { class: 'search-partial', 'aria-labelledby': 'partial-matches' },
    el('h2', { id: 'partial-matches' }, '近似结果'),
    el('ol', { class: 'results ruled', 'data-search-partial': true }, ...results),
  );

/**
 * Makes the search page work.
 * @param page holds the form, the filters and the places of the results, each named by `data-search-…`
 */
export function startSearchPage(page: HTMLElement, search: Search): void {
  const part = <T extends HTMLElement>(name: string) =>
    page.querySelector<T>(`[data-search-${name}]`)!;
  const form = part<HTMLFormElement>('form');
  const input = part<HTMLInputElement>('input');
  const sort = part<HTMLSelectElement>('sort');
  const side = part<HTMLDetailsElement>('side');
  const more = part<HTMLButtonElement>('more');
  const moreLine = more.parentElement!;
  const [filters, status, bar] = [part('filters'), part('status'), part('bar')];
  const [places, list, apart] = [part('places'), part('results'), part('apart')];

  let state = readState(new URLSearchParams(location.search));
  let limit = FIRST_RESULTS;
  let asked = 0;
  /** What the results that stand here were found for. */
  let shown: SearchState | undefined;
  let wait: ReturnType<typeof setTimeout> | undefined;
  /** The reader is still typing: the address changes, but history does not grow with every key. */
  let typing = false;

  function say(words: string): void {
    if (status.textContent !== words) status.textContent = words;
  }

  /** Takes away everything that was found, and says why. */
  function empty(words: string, ...instead: HTMLElement[]): void {
    shown = undefined;
    for (const place of [places, list]) fill(place);
    fill(apart, ...instead);
    bar.hidden = side.hidden = moreLine.hidden = true;
    say(words);
  }

  /** What was found for other words goes as soon as the status names these; for a filter or more results it stays. */
  function waitFor(query: string): void {
    page.setAttribute('aria-busy', 'true');
    wait = setTimeout(() => {
      const words = `正在搜索${quoted(query)}……`;
      if (query === shown?.query) say(words);
      else empty(words);
    }, WAIT_MS);
  }

  function showFailure(query: string, error: unknown): void {
    if (isUnsupported(error))
      return empty('此处不能搜索', notice('data-search-unsupported', UNSUPPORTED));
    const words = `没有搜成${quoted(query)}：索引文件没有取到，或者已经损坏。可以重试；也可以到各栏目的目录页，用浏览器的页内查找（Ctrl+F）。`;
    const retry = button('重试', () => void run(limit));
    empty('搜索暂不可用', notice('data-search-unavailable', words, retry));
  }

  function show(answer: Answer): void {
    const { total, results, facets, direct, partial } = answer;
    const filtered = Object.keys(state.filters).length > 0;
    // Results that are there stay as they are, and the focus with them.
    const kept = shown === state ? list.children.length : 0;
    if (kept === 0) fill(list);
    list.append(
      ...results
        .slice(kept)
        .map((result) => resultView(result, false, quotingView(result, search, state))),
    );
    shown = state;
    const directList = { class: 'results ruled', 'data-search-direct': true, 'aria-label': '直达' };
    fill(places);
    if (direct.length > 0)
      places.append(el('ol', directList, ...direct.map((result) => resultView(result, true))));
    showFilters(filters, facets);
    side.hidden = facets.length === 0 && !filtered;
    bar.hidden = total === 0;
    moreLine.hidden = total <= results.length;
    more.textContent = `再显示几条（还有${total - results.length}页）`;
    // Observed anew, since it may be in view still.
    seen.unobserve(more);
    seen.observe(more);
    fill(apart);
    if (total === 0) {
      const filteredOut = filtered && facets.length > 0;
      const unfilter = button('去掉筛选', () => void change({ filters: {} }));
      apart.append(
        notice(
          'data-search-empty',
          noneOf(answer, filteredOut),
          filteredOut ? unfilter : undefined,
        ),
      );
      if (!filteredOut && partial.length > 0)
        apart.append(nearest(partial.map((result) => resultView(result, false))));
    }
    say(countOf(answer));
  }

  async function run(upTo: number, scroll?: number): Promise<void> {
    const question = ++asked;
    const { query } = state;
    limit = upTo;
    clearTimeout(wait);
    const isEmpty = query.trim() === '';
    if (isEmpty)
      empty('原文里有的字，就能找到：词、句、文号、数字都行；几个词之间空一格，就要求同时出现。');
    else waitFor(query);
    try {
      // Of an empty query, what every search needs is on its way before the first key.
      const answer = await search({ ...state, limit });
      if (question !== asked || isEmpty) return;
      clearTimeout(wait);
      show(answer);
      if (scroll !== undefined) scrollTo({ top: scroll, behavior: 'instant' });
    } catch (error) {
      if (question !== asked) return;
      clearTimeout(wait);
      // Where search can never work, a reader is told now; a failure before the first key may pass.
      if (!isEmpty || isUnsupported(error)) showFailure(query, error);
    } finally {
      if (question === asked) page.removeAttribute('aria-busy');
    }
  }

  function change(part: Partial<SearchState>, replace = false): Promise<void> {
    state = { ...state, ...part };
    const address = location.pathname + writeState(state);
    if (replace) history.replaceState(null, '', address);
    else if (address !== location.pathname + location.search) history.pushState(null, '', address);
    return run(FIRST_RESULTS);
  }

  const showMore = () => void run(limit + MORE_RESULTS);
  const seen = new IntersectionObserver((entries) => {
    if (!moreLine.hidden && entries.some(({ isIntersecting }) => isIntersecting)) showMore();
  });
  more.addEventListener('click', showMore);
  const wide = matchMedia('(min-width: 60rem)');
  const unfold = () => (side.open = wide.matches);
  wide.addEventListener('change', unfold);
  unfold();

  const keys = listenToTyping(input, () => {
    if (input.value === state.query) return;
    void change({ query: input.value }, typing);
    typing = true;
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (keys.composing()) return;
    keys.cancel();
    // Words that are still being typed have their place in history already: Enter finishes them there.
    const replace = typing || input.value === state.query;
    typing = false;
    void change({ query: input.value }, replace);
  });
  input.addEventListener('blur', () => (typing = false));
  filters.addEventListener('change', () => void change({ filters: readFilters(filters) }));
  sort.addEventListener(
    'change',
    () => void change({ sort: sort.value === 'date' ? 'date' : 'relevance' }),
  );

  function adopt(): void {
    state = readState(new URLSearchParams(location.search));
    typing = false;
    input.value = state.query;
    sort.value = state.sort;
    const kept = (history.state ?? {}) as { shown?: number; scroll?: number };
    void run(kept.shown ?? FIRST_RESULTS, kept.scroll);
  }
  addEventListener('popstate', adopt);
  addEventListener('pagehide', () => history.replaceState({ shown: limit, scroll: scrollY }, ''));
  const typedBefore = input.value;
  adopt();
  // What was typed while this script was on its way is not lost.
  if (typedBefore !== '' && typedBefore !== state.query && document.activeElement === input) {
    input.value = typedBefore;
    void change({ query: typedBefore }, true);
  }
}
