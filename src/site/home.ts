/** The front page: what the library is, its main document, and the ways in. */
import { COLLECTIONS, type Entry, type EntryKey, type Library } from '../library/types.ts';
import { hasAwards } from './awards.ts';
import { issuerNames } from './citation.ts';
import { clusterOverview, type ClusterOverview } from './cluster-tiers.ts';
import { dateLabel } from './dates.ts';
import { isDocument, knownField, numberText } from './facts.ts';
import { awardAmount } from './figures.ts';
import { chineseNumber, collectionCounters, collectionLabels } from './labels.ts';
import { measuresBySource } from './measure-tree.ts';
import { timeline, type TimelineStop } from './timeline.ts';
import { homePath, href, listPath, pagePath, searchHref, type Href } from './urls.ts';

export interface Sheet {
  href: Href;
  /** 发文机关标志 */
  masthead?: string;
  title: string;
  number?: string;
  date?: string;
  datetime?: string;
}

export interface DocumentWay {
  title: string;
  href: Href;
  facts: string[];
  measures: { text: string; href: Href; parts: number }[];
}

export interface CatalogueRow {
  label: string;
  href: Href;
  count: string;
  /** The first few entries. */
  first: { text: string; href: Href }[];
  more: number;
}

export interface Home {
  heading: string[];
  sheet?: Sheet;
  queries: { text: string; href: Href }[];
  clusters?: ClusterOverview;
  timeline: TimelineStop[];
  documents: DocumentWay[];
  catalogue: CatalogueRow[];
  hasAwards: boolean;
}

/** Entries that the catalogue names of each collection; more where there are few collections. */
const CATALOGUE_FIRST = 6;
const CATALOGUE_ALONE = 24;
const MOST_QUERIES = 5;

/** The document that stands for the library: its latest reply, else nothing. */
function mainDocument(library: Library): Entry | undefined {
  return library.list('replies').filter(isDocument).toSorted(byLatest)[0];
}

const byLatest = (a: Entry, b: Entry): number => ((a.date ?? '') < (b.date ?? '') ? 1 : -1);

function sheetOf(library: Library, entry: Entry): Sheet {
  return {
    href: href(homePath, pagePath(entry.key)),
    masthead: knownField(entry, 'masthead')?.text ?? issuerNames(library, entry)[0],
    title: entry.title,
    number: knownField(entry, 'number')?.text,
    date: dateLabel(entry),
    datetime: entry.date,
  };
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
  const awards = [...library.entries.values()].flatMap((entry) => entry.awards);
  const largest = awards.toSorted((a, b) => b.amount - a.amount)[0];
  const words = [
    ...named.slice(0, 3),
    number && String(number.fields['number']),
    largest && awardAmount({ ...largest, ceiling: false }),
  ];
  return words.filter((word): word is string => Boolean(word)).slice(0, MOST_QUERIES);
}

function documentWays(library: Library): DocumentWay[] {
  return measuresBySource(library).flatMap(({ source, others, roots }) => {
    if (!source) return [];
    const titles = [source, ...others].map((entry) => entry.title);
    return [
      {
        title: titles.join('、'),
        href: href(homePath, pagePath(source.key)),
        facts: [numberText(source), dateLabel(source)].filter((fact): fact is string =>
          Boolean(fact),
        ),
        measures: roots.map(({ entry, parts }) => ({
          text: entry.title,
          href: href(homePath, pagePath(entry.key)),
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
      count: `${entries.length}${collectionCounters[collection]}`,
      first: entries.slice(0, most).map((entry) => link(entry.key, entry.title)),
      more: Math.max(0, entries.length - most),
    };
  });
}

const link = (key: EntryKey, text: string) => ({ text, href: href(homePath, pagePath(key)) });

/** @param name the library's name, used as the heading when no one document is the heart of it */
export function homePage(library: Library, name: string): Home {
  const replies = library.list('replies').length;
  const main = mainDocument(library);
  const about = library.entries.size > replies;
  return {
    heading: main && about ? [`${chineseNumber(replies)}份答复，`, '和它提到的每一件事'] : [name],
    sheet: main && sheetOf(library, main),
    queries: sampleQueries(library).map((text) => ({ text, href: searchHref(homePath, text) })),
    clusters: clusterOverview(library, homePath),
    timeline: timeline(library, homePath),
    documents: documentWays(library),
    catalogue: catalogue(library),
    hasAwards: hasAwards(library),
  };
}
