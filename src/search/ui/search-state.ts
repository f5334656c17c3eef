/**
 * What is searched for, as the address of the search page says it, `?q=…&kind=…&kind=…&sort=date`, and as the filters beside
 * the results show it: a checkbox a value, with what it would leave.
 */
import { FILTERS, type FilterName } from '../format/index-files.ts';
import { wellFormed } from '../format/normalise.ts';
import type { Chosen, Facet, SearchRequest } from '../format/types.ts';
import { el, fill } from './elements.ts';

export type SearchState = Required<Pick<SearchRequest, 'query' | 'filters' | 'sort'>>;

/** What an address asks for; what it does not know in it is left out. */
export function readState(parameters: URLSearchParams): SearchState {
  const filters: Chosen = {};
  for (const { name } of FILTERS) {
    const values = [...new Set(parameters.getAll(name))].filter(Boolean);
    if (values.length > 0) filters[name] = values;
  }
  return {
    query: parameters.get('q') ?? '',
    filters,
    sort: parameters.get('sort') === 'date' ? 'date' : 'relevance',
  };
}

/** Longer queries are searched for, but do not become part of the address. */
const LONGEST = 1000;

/** The address’s part from `?` on; empty when nothing is asked. `readState` reads it back, but for a very long query. */
export function writeState({ query, filters, sort }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', wellFormed(query.slice(0, LONGEST)));
  for (const { name } of FILTERS)
    for (const value of filters[name] ?? []) parameters.append(name, value);
  if (sort === 'date') parameters.set('sort', 'date');
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** Values shown at once; the rest fold. */
const VALUES_SHOWN = 8;

function choice(name: FilterName, { value, count, chosen }: Facet['values'][number]): HTMLElement {
  const box = el('input', { type: 'checkbox', name, value });
  box.checked = chosen;
  return el(
    'label',
    'filter-choice',
    box,
    el('span', {}, value),
    el('span', 'count', String(count)),
  );
}

function group({ name, label, values }: Facet): HTMLElement {
  const first = values.filter(({ chosen }, at) => at < VALUES_SHOWN || chosen);
  const rest = values.filter((value) => !first.includes(value));
  return el(
    'fieldset',
    'filter-group',
    el('legend', {}, label),
    ...first.map((value) => choice(name, value)),
    rest.length > 0 &&
      el(
        'details',
        {},
        el('summary', {}, `更多${label}`),
        ...rest.map((value) => choice(name, value)),
      ),
  );
}

/** Replaces the filters; the focus stays on the box that it was on, and what was unfolded stays so. */
export function showFilters(place: HTMLElement, facets: Facet[]): void {
  const focused = place.querySelector<HTMLInputElement>('input:focus');
  const open = [...place.querySelectorAll('details[open] > summary')].map(
    ({ textContent }) => textContent,
  );
  fill(place, ...facets.map(group));
  for (const details of place.querySelectorAll('details'))
    details.open = open.includes(details.firstElementChild!.textContent);
  for (const input of place.querySelectorAll('input'))
    if (input.name === focused?.name && input.value === focused.value) input.focus();
}

/** What is ticked in the filters that `showFilters` made. */
export function readFilters(place: HTMLElement): Chosen {
  const chosen: Chosen = {};
  for (const { name, value } of place.querySelectorAll<HTMLInputElement>('input:checked'))
    (chosen[name as FilterName] ??= []).push(value);
  return chosen;
}
