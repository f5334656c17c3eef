/** The front page: what the library is, its main document, and the ways in. */
import { COLLECTIONS, type EntryKey, type Library, type Entry } from '../../library/types.ts';
import { hasAwards } from '../awards/awards.ts';
import { collectionCount } from '../lists/lists.ts';
import { clusterOverview, type ClusterOverview } from '../clusters/clusters.ts';
import { dateLabel, counted, awardAmount } from '../wording/figures.ts';
import { numberText, isDocument, knownField } from '../known-fields.ts';
import { collectionCounters, collectionLabels } from '../wording/labels.ts';
import { measuresBySource } from '../measures/measures.ts';
import { timeline, type TimelineStop } from './timeline.ts';
import { homePath, href, listPath, pagePath, searchHref, type Href, type Link } from '../urls.ts';
import { compareText } from '../../library/compare.ts';
import { issuerNames } from '../citation/citation.ts';

interface DocumentWay extends Link {
  /** Number and date. */
  facts: string[];
  /** Other documents that its measures have to do with. */
  others: Link[];
  measures: (Link & { parts: number })[];
}

interface CatalogueRow {
  label: string;
  href: Href;
  count: string;
  /** The word that counts one: 件 */
  counter: string;
  /** The first few entries. */
  first: Link[];
  more: number;
}

export interface Home {
  heading: string[];
  sheet?: Sheet;
  queries: Link[];
  clusters?: ClusterOverview;
  timeline: TimelineStop[];
  documents: DocumentWay[];
  /** Documents with measures that are not shown, and the list that has them. */
  moreDocuments?: { count: number; href: Href };
  catalogue: CatalogueRow[];
  hasAwards: boolean;
}

/** Entries that the catalogue names of each collection; more where there are few collections. */
const CATALOGUE_FIRST = 6;
const CATALOGUE_ALONE = 24;
/** The front page shows the measures of so many documents. */
const MOST_DOCUMENTS = 12;

function documentWays(library: Library): DocumentWay[] {
  return measuresBySource(library).flatMap(({ source, others, roots }) => {
    if (!source) return [];
    return [
      {
        ...link(source.key, source.title),
        facts: [numberText(source), dateLabel(source)].filter((fact): fact is string =>
          Boolean(fact),
        ),
        others: others.map((other) => link(other.key, other.title)),
        measures: roots.map(({ entry, parts }) => ({
          ...link(entry.key, entry.title),
          parts: parts.length,
        })),
      },
    ];
  });
}

function catalogue(library: Library): CatalogueRow[] {
  const collections = COLLECTIONS.filter((collection) => library.list(collection).length > 0);
  const most = collections.length < 3 ? CATALOGUE_ALONE : CATALOGUE_FIRST;
  return collections.map((collection) => {
    const entries = library.list(collection);
    return {
      label: collectionLabels[collection],
      href: href(homePath, listPath(collection)),
      count: collectionCount(library, collection),
      counter: collectionCounters[collection],
      first: entries.slice(0, most).map((entry) => link(entry.key, entry.title)),
      more: Math.max(0, entries.length - most),
    };
  });
}

const link = (key: EntryKey, text: string): Link => ({ text, href: href(homePath, pagePath(key)) });

/**
 * The model of the front page.
 * @param name the library's name: the heading where no one document is the heart of it
 */
export function homePage(library: Library, name: string): Home {
  const replies = library.list('replies').length;
  const main = mainDocument(library);
  const about = library.entries.size > replies;
  const documents = documentWays(library);
  const more = documents.length - MOST_DOCUMENTS;
  return {
    heading:
      main && about
        ? [`${counted(replies, collectionCounters.replies)}答复，`, '和它提到的每一件事']
        : [name],
    sheet: main && sheetOf(library, main),
    queries: sampleQueries(library).map((text) => ({ text, href: searchHref(homePath, text) })),
    clusters: clusterOverview(library, homePath),
    timeline: timeline(library, homePath),
    documents: documents.slice(0, MOST_DOCUMENTS),
    moreDocuments:
      more > 0 ? { count: more, href: href(homePath, listPath('measures')) } : undefined,
    catalogue: catalogue(library),
    hasAwards: hasAwards(library),
  };
}

/** The main document, as the front page lifts it. */
export interface Sheet {
  href: Href;
  /** 发文机关标志 */
  masthead?: string;
  title: string;
  number?: string;
  date?: string;
  datetime?: string;
  /** 抄送, the first line of its 版记. */
  copies?: string;
}

/** The document that stands for the library: its latest reply, else nothing. */
export function mainDocument(library: Library): Entry | undefined {
  return library.list('replies').filter(isDocument).toSorted(byLatest)[0];
}

const byLatest = (a: Entry, b: Entry): number => compareText(b.date ?? '', a.date ?? '');

/** How the front page shows it. */
export function sheetOf(library: Library, entry: Entry): Sheet {
  return {
    href: href(homePath, pagePath(entry.key)),
    masthead: knownField(entry, 'masthead')?.text ?? issuerNames(library, entry)[0],
    title: entry.title,
    number: knownField(entry, 'number')?.text,
    date: dateLabel(entry),
    datetime: entry.date,
    copies: knownField(entry, 'copies')?.text,
  };
}

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
