/**
 * A page as JSON-LD in schema.org's terms. What the library does not know is absent; a date is as exact as its
 * source (`2021-03` is a date of ISO 8601 as well).
 */
import type { Entry, Library } from '../../library/types.ts';
import { issuerNames } from '../../views/citation/citation.ts';
import { isDocument, listField, certainField } from '../../views/known-fields.ts';
import { collectionLabels } from '../../views/wording/labels.ts';
import { homePath, listPath, sitePath, type SitePath } from '../../views/urls.ts';
import { addressFor } from './address.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import type { PageFacts } from './page-facts.ts';

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

function breadcrumbs({ site: { config }, path }: PageFacts, entry: Entry): Thing {
  // The last step is the page itself, whose address `url` says.
  const step = (position: number, name: string, page?: SitePath): Thing => ({
    '@type': 'ListItem',
    position,
    name,
    item: page && addressFor(config.address, path, page),
  });
  const { collection, title } = entry;
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [step(1, collectionLabels[collection], listPath(collection)), step(2, title)],
  };
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

/** The front page: the library, and its data. */
function ofLibrary({ site: { config }, path, description }: PageFacts): Thing[] {
  const to = (page: SitePath): string => addressFor(config.address, path, page);
  const publisher = { '@type': 'Organization', name: config.publisher ?? config.name };
  return [
    {
      '@type': 'WebSite',
      name: config.name,
      description,
      url: to(homePath),
      inLanguage: config.language,
      publisher,
    },
    {
      '@type': 'Dataset',
      name: config.name,
      description,
      url: to(homePath),
      license: 'https://creativecommons.org/licenses/by/4.0/',
      creator: publisher,
      distribution: ['entries', 'awards', 'targets', 'progress', 'relations'].map((name) => ({
        '@type': 'DataDownload',
        encodingFormat: 'text/csv',
        contentUrl: to(sitePath(`data/${name}.csv`)),
      })),
    },
  ];
}

/**
 * @returns what stands in `<script type="application/ld+json">`, in which no `<` can end the element; null for
 *   a page that is neither an entry's nor the front page
 */
export function structuredData(page: PageFacts): string | null {
  const { entry, path } = page;
  const graph = entry
    ? [ofEntry(page, entry), breadcrumbs(page, entry)]
    : path === homePath
      ? ofLibrary(page)
      : null;
  if (!graph) return null;
  return JSON.stringify({ '@context': SCHEMA, '@graph': graph }).replaceAll('<', '\\u003c');
}
