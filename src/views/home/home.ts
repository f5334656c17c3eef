/** The front page: its heading, its main document, words to search for. */
import { compareText } from '../../library/order.ts';
import type { Entry, Library } from '../../library/types.ts';
import { isDocument } from '../known-fields.ts';
import { awardAmount, counted } from '../wording/figures.ts';
import { collectionCounters } from '../wording/labels.ts';

const MOST_QUERIES = 5;

/** The document that stands for the library: its latest reply, else nothing. */
export const mainDocument = (library: Library): Entry | undefined =>
  library
    .list('replies')
    .filter(isDocument)
    .toSorted((a, b) => compareText(b.date ?? '', a.date ?? ''))[0];

/**
 * What the library is, in lines.
 * @param name the library's name: the heading where no one document is the heart of it
 */
export function headingOf(library: Library, name: string): string[] {
  const replies = library.list('replies').length;
  return mainDocument(library) && library.entries.size > replies
    ? [`${counted(replies, collectionCounters.replies)}答复，`, '和它提到的每一件事']
    : [name];
}

/** Words worth trying: short names that texts use, a document's number, an amount of money. */
export function sampleQueries(library: Library): string[] {
  const named = library
    .list('terms')
    .map((term) => ({ term, uses: library.backlinks(term.key).length }))
    .filter(({ term, uses }) => uses > 0 && term.title.length <= 4)
    .toSorted((a, b) => b.uses - a.uses)
    .map(({ term }) => term.title);
  const number = library.list('policies').find((policy) => policy.fields['number']);
  const [largest] = [...library.entries.values()]
    .flatMap((entry) => entry.awards)
    .toSorted((a, b) => b.amount - a.amount);
  const words = [
    ...named.slice(0, 3),
    number && String(number.fields['number']),
    largest && awardAmount({ ...largest, ceiling: false }),
  ];
  return words.filter((word): word is string => Boolean(word)).slice(0, MOST_QUERIES);
}
