/** The filters beside the results: a checkbox a value, with what it would leave. */
import type { Chosen, Facet } from '../format/types.ts';
import type { FilterName } from '../format/record.ts';
import { el, fill } from './elements.ts';

/** Values shown at once; the rest fold. */
const SHOWN = 8;

function choice(name: FilterName, { value, count, chosen }: Facet['values'][number]): HTMLElement {
  const box = el('input', { type: 'checkbox', name, value });
  box.checked = chosen;
  return el(
    'label',
    { class: 'filter-choice' },
    box,
    el('span', {}, value),
    el('span', { class: 'count' }, String(count)),
  );
}

function group({ name, label, values }: Facet): HTMLElement {
  const first = values.filter(({ chosen }, at) => at < SHOWN || chosen);
  const rest = values.filter((value) => !first.includes(value));
  return el(
    'fieldset',
    { class: 'filter-group' },
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

/** Replaces the filters; the focus stays on the box that it was on. */
export function showFilters(place: HTMLElement, facets: Facet[]): void {
  const focused =
    document.activeElement instanceof HTMLInputElement && place.contains(document.activeElement)
      ? document.activeElement
      : undefined;
  const open = new Set(
    [...place.querySelectorAll('details[open] > summary')].map((summary) => summary.textContent),
  );
  fill(place, ...facets.map(group));
  for (const summary of place.querySelectorAll('details > summary')) {
    if (open.has(summary.textContent)) (summary.parentElement as HTMLDetailsElement).open = true;
  }
  if (!focused) return;
  const same = [...place.querySelectorAll('input')].find(
    ({ name, value }) => name === focused.name && value === focused.value,
  );
  same?.focus();
}

/** What is ticked in the filters that `showFilters` made. */
export function readFilters(place: HTMLElement): Chosen {
  const chosen: Chosen = {};
  for (const { name, value } of place.querySelectorAll<HTMLInputElement>('input:checked'))
    (chosen[name as FilterName] ??= []).push(value);
  return chosen;
}
