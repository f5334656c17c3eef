/** The front page: what the library is, its main document, and the ways in. */
import type { Entry, Library } from '../../library/types.ts';
import { compareText } from '../../library/order.ts';
import { isDocument } from '../known-fields.ts';
import { measuresBySource, type MeasureGroup } from '../measures/measures.ts';
import { awardAmount, counted } from '../wording/figures.ts';
import { collectionCounters } from '../wording/labels.ts';

/** A document with its measures. */
export type DocumentMeasures = MeasureGroup & { source: Entry };

export interface Home {
  heading: string[];
  /** The document that the page lifts out. */
  main?: Entry;
  /** Words to search for. */
  queries: string[];
  documents: DocumentMeasures[];
  /** Documents with measures that are not shown. */
  moreDocuments: number;
}

/** The front page shows the measures of so many documents. */
const MOST_DOCUMENTS = 12;
const MOST_QUERIES = 5;

/**
 * The model of the front page.
 * @param name the library's name: the heading where no one document is the heart of it
 */
export function homePage(library: Library, name: string): Home {
  const replies = library.list('replies').length;
  const main = mainDocument(library);
  const about = library.entries.size > replies;
  const documents = measuresBySource(library).filter(
    (group): group is DocumentMeasures => group.source !== undefined,
  );
  return {
    heading:
      main && about
        ? [`${counted(replies, collectionCounters.replies)}答复，`, '和它提到的每一件事']
        : [name],
    main,
    queries: sampleQueries(library),
    documents: documents.slice(0, MOST_DOCUMENTS),
    moreDocuments: Math.max(0, documents.length - MOST_DOCUMENTS),
  };
}

/** The document that stands for the library: its latest reply, else nothing. */
function mainDocument(library: Library): Entry | undefined {
  return library.list('replies').filter(isDocument).toSorted(byLatest)[0];
}

const byLatest = (a: Entry, b: Entry): number => compareText(b.date ?? '', a.date ?? '');

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
