/**
 * A page as JSON-LD in schema.org's terms. What the library does not know is absent; a date is as exact as its
 * source (`2021-03` is a date of ISO 8601 as well).
 */
import { COLLECTIONS, type Entry, type Library } from '../../library/types.ts';
import { issuerNames } from '../../views/citation/citation.ts';
import { certainField, isDocument, listField } from '../../views/known-fields.ts';
import { collectionLabels } from '../../views/wording/labels.ts';
import { dataPath, href, homePath, listPath, type SitePath } from '../../views/urls.ts';
import { LICENCE, TABLES, tablePath } from '../data/tables.ts';
import type { ValidLibrary } from '../../content/read-library.ts';

/** What a page's head is made from. */
export interface PageFacts {
  site: ValidLibrary;
  path: SitePath;
  /** The page's own title; absent on the front page. */
  title?: string | undefined;
  description: string;
  /** The entry that the page is of. */
  entry?: Entry | undefined;
}

/**
 * The address of a page for those who read it elsewhere: whole where the library has one, else relative.
 * @param address the library's public address, ending in a slash
 * @param from the page that says it
 * @param to the file that is meant
 */
export function addressFor(address: string | undefined, from: SitePath, to: SitePath): string {
  if (!address) return href(from, to);
  return address + (to === homePath ? '' : to);
}

/** A thing with its properties, as JSON-LD has it. */
export type Thing = Record<string, unknown>;

const SCHEMA = 'https://schema.org';

/** An amended text is in force in other words than these, and 不详 is unknown: neither is said. */
const FORCE: Record<string, string> = {
  有效: 'InForce',
  已废止: 'NotInForce',
  尚未生效: 'NotInForce',
};

const some = <T>(list: T[]): T[] | T | undefined => (list.length > 1 ? list : list[0]);

function legislation(library: Library, entry: Entry): Thing {
  const validity = certainField(entry, 'validity');
  const force = validity && FORCE[validity];
  const topics = listField(entry, 'topics');
  return {
    '@type': 'Legislation',
    legislationIdentifier: certainField(entry, 'number'),
    legislationDate: entry.date,
    legislationPassedBy: some(
      issuerNames(library, entry).map((name) => ({ '@type': 'GovernmentOrganization', name })),
    ),
    legislationType: entry.collection === 'replies' ? '提案答复' : '政策文件',
    legislationLegalForce: force && `${SCHEMA}/${force}`,
    keywords: topics.length > 0 ? topics.join(',') : undefined,
  };
}

function event(entry: Entry): Thing {
  return { '@type': 'Event', startDate: entry.date };
}

/** What an entry is, in schema.org's terms: its type, and what only that type has. */
export function typedEntry({ library, config }: ValidLibrary, entry: Entry): Thing {
  switch (entry.collection) {
    case 'replies':
      return legislation(library, entry);
    case 'policies':
      if (isDocument(entry) || certainField(entry, 'kind') !== '评选认定')
        return legislation(library, entry);
      return { '@type': 'DefinedTerm' };
    case 'organisations':
      return { '@type': certainField(entry, 'level') ? 'GovernmentOrganization' : 'Organization' };
    case 'events':
      return event(entry);
    default:
      return {
        '@type': 'DefinedTerm',
        inDefinedTermSet: {
          '@type': 'DefinedTermSet',
          name: `${config.name}·${collectionLabels[entry.collection]}`,
        },
      };
  }
}

function ofEntry(page: PageFacts, entry: Entry): Thing {
  const url = addressFor(page.site.config.address, page.path, page.path);
  const inLanguage = isDocument(entry) ? page.site.config.language : undefined;
  return {
    ...typedEntry(page.site, entry),
    name: entry.title,
    // A document's number is its identifier already.
    alternateName: some(entry.aliases.filter((name) => name !== certainField(entry, 'number'))),
    // Without a summary it is how the text begins, which `<meta>` says already.
    description: isDocument(entry) && !entry.summary ? undefined : page.description,
    url,
    inLanguage,
  };
}

/** Who publishes the library. */
const publisherOf = ({ name, publisher }: ValidLibrary['config']): Thing => ({
  '@type': 'Organization',
  name: publisher ?? name,
});

/** The tables of the library as one set of data; said of the front page, and of the page 数据. */
function dataset({ site: { config }, path, description }: PageFacts): Thing {
  const to = (page: SitePath): string => addressFor(config.address, path, page);
  return {
    '@type': 'Dataset',
    name: path === dataPath ? `${config.name}·数据` : config.name,
    description,
    url: to(path),
    inLanguage: config.language,
    license: LICENCE.path,
    creator: publisherOf(config),
    distribution: TABLES.map(({ name }) => ({
      '@type': 'DataDownload',
      encodingFormat: 'text/csv',
      contentUrl: to(tablePath(name)),
    })),
  };
}

function website({ site: { config }, path, description }: PageFacts): Thing {
  return {
    '@type': 'WebSite',
    name: config.name,
    description,
    url: addressFor(config.address, path, homePath),
    inLanguage: config.language,
    publisher: publisherOf(config),
  };
}

/** The list of a collection's entries. */
function collectionPage({ site: { config }, path, title, description }: PageFacts): Thing {
  return {
    '@type': 'CollectionPage',
    name: title,
    description,
    url: addressFor(config.address, path, path),
    inLanguage: config.language,
    isPartOf: {
      '@type': 'WebSite',
      name: config.name,
      url: addressFor(config.address, path, homePath),
    },
  };
}

/** What a page is about; nothing for a page that is neither an entry's, nor a list, nor of the library as a whole. */
function thingsOn(page: PageFacts): Thing[] {
  const { entry, path } = page;
  if (entry) return [ofEntry(page, entry)];
  if (path === homePath) return [website(page), dataset(page)];
  if (path === dataPath) return [dataset(page)];
  if (COLLECTIONS.some((name) => path === listPath(name))) return [collectionPage(page)];
  return [];
}

/** @returns what stands in `<script type="application/ld+json">`, in which no `<` can end the element; null for nothing */
export function structuredData(page: PageFacts): string | null {
  const graph = thingsOn(page);
  if (graph.length === 0) return null;
  return JSON.stringify({ '@context': SCHEMA, '@graph': graph }).replaceAll('<', '\\u003c');
}
