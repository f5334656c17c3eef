/** Words that the front page offers to search for. */
import type { Library } from '../../library/types.ts';
import { awardAmount } from '../wording/amounts.ts';

const MOST_QUERIES = 5;

/** Words worth trying: short names that texts use, a document's number, an amount of money. */
export function sampleQueries(library: Library): string[] {
  const named = library
    .list('terms')
    .map((term) => ({ term, uses: library.backlinks(term.key).length }))
    .filter(({ term, uses }) => uses > 0 && term.title.length <= 4)
    .toSorted((a, b) => b.uses - a.uses)
    .map(({ term }) => term.title);
  const number = library.list('policies').find((policy) => policy.fields['number']);
  const awards = [...library.entries.values()].flatMap((entry) => entry.awards);
  const largest = awards.toSorted((a, b) => b.amount - a.amount)[0];
  const words = [
    ...named.slice(0, 3),
    number && String(number.fields['number']),
    largest && awardAmount({ ...largest, ceiling: false }),
  ];
  return words.filter((word): word is string => Boolean(word)).slice(0, MOST_QUERIES);
}
