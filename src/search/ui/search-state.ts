/** What is searched for, as the address of the search page says it: `?q=…&kind=…&kind=…&sort=date`. */
import { wellFormed } from '../format/normalise.ts';
import type { Chosen } from '../format/types.ts';
import { FILTERS } from '../format/record.ts';

export interface SearchState {
  query: string;
  filters: Chosen;
  sort: 'relevance' | 'date';
}

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
