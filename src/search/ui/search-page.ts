/** The search page: its address says what is searched for, and Back goes to what was searched for before. */
import type { Answer } from '../format/types.ts';
import { engine } from './engine-client.ts';
import { readFilters } from './filters-view.ts';
import { Outcome } from './outcome.ts';
import { readState, writeState, type SearchState } from './search-state.ts';
import { listenToTyping } from './typing.ts';
import { isUnsupported } from './wording.ts';

const FIRST_RESULTS = 10;
const MORE_RESULTS = 20;

/** Makes the search page work: `page` holds the form, the filters and the places of the results. */
export function startSearchPage(page: HTMLElement): void {
  const form = page.querySelector<HTMLFormElement>('[data-search-form]')!;
  const input = page.querySelector<HTMLInputElement>('[data-search-input]')!;
  const filters = page.querySelector<HTMLElement>('[data-search-filters]')!;
  const sort = page.querySelector<HTMLSelectElement>('[data-search-sort]')!;
  const outcome = new Outcome(page, {
    more: () => run(limit + MORE_RESULTS),
    retry: () => run(limit),
    unfilter: () => change({ filters: {} }),
  });
  let state = readState(new URLSearchParams(location.search));
  let limit = FIRST_RESULTS;
  let asked = 0;
  /** The reader is still typing: the address changes, but history does not grow with every key. */
  let typing = false;

  async function run(upTo: number, scroll?: number): Promise<void> {
    const question = ++asked;
    const { query } = state;
    limit = upTo;
    if (query.trim() === '') {
      outcome.nothingAsked();
      // What every search needs is on its way before the first key; where search can never work, a reader is told now.
      await engine.search({ query: '' }).catch((error: unknown) => {
        if (question === asked && isUnsupported(error)) outcome.unavailable('', error);
      });
      return;
    }
    outcome.waiting(query);
    try {
      const answer: Answer = await engine.search({ ...state, limit });
      if (question !== asked) return;
      outcome.show(answer, state);
      if (scroll !== undefined) scrollTo({ top: scroll, behavior: 'instant' });
    } catch (error) {
      if (question === asked) outcome.unavailable(query, error);
    }
  }

  function change(part: Partial<SearchState>, replace = false): Promise<void> {
    state = { ...state, ...part };
    const address = location.pathname + writeState(state);
    if (replace) history.replaceState(null, '', address);
    else if (address !== location.pathname + location.search) history.pushState(null, '', address);
    return run(FIRST_RESULTS);
  }

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
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && keys.composing(event)) event.preventDefault();
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
    const { shown = FIRST_RESULTS, scroll } = (history.state ?? {}) as {
      shown?: number;
      scroll?: number;
    };
    void run(shown, scroll);
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
