/** The front page: what the library is, its main document, and the ways in. */
import { COLLECTIONS, type EntryKey, type Library } from '../../library/types.ts';
import { hasAwards } from '../awards/award-table.ts';
import { collectionCount } from '../lists/collection-count.ts';
import { clusterOverview, type ClusterOverview } from '../clusters/cluster-tiers.ts';
import { dateLabel } from '../wording/dates.ts';
import { numberText } from '../known-fields.ts';
import { collectionCounters, collectionLabels } from '../wording/labels.ts';
import { measuresBySource } from '../measures/measures-by-source.ts';
import { counted } from '../wording/counts.ts';
import { mainDocument, sheetOf, type Sheet } from './main-document.ts';
import { sampleQueries } from './sample-queries.ts';
import { timeline, type TimelineStop } from './timeline.ts';
import { homePath, href, listPath, pagePath, searchHref, type Href, type Link } from '../urls.ts';

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
