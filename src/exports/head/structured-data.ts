/**
 * A page as JSON-LD in schema.org's terms. What the library does not know is absent; a date is as exact as its
 * source (`2021-03` is a date of ISO 8601 as well).
 */
import type { ValidLibrary } from '../../content/read-library.ts';
import { COLLECTIONS, type Entry } from '../../library/types.ts';
import { issuerNames } from '../../views/citation/citation.ts';
import { certainField, isDocument, listField } from '../../views/known-fields.ts';
import { dataPath, href, homePath, listPath, type SitePath } from '../../views/urls.ts';
import { collectionLabels } from '../../views/wording/labels.ts';
import { LICENCE, TABLES, tablePath } from '../data/tables.ts';

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
type Thing = Record<string, unknown>;

const SCHEMA = 'https://schema.org';

/** An amended text is in force in other words than these, and 不详 is unknown: neither is said. */
const FORCE: Record<string, string> = {
  有效: 'InForce',
  已废止: 'NotInForce',
  尚未生效: 'NotInForce',
};

const some = <T>(list: T[]): T[] | T | undefined => (list.length > 1 ? list : list[0]);

function legislation({ library }: ValidLibrary, entry: Entry): Thing {
  const force = FORCE[certainField(entry, 'validity') ?? ''];
  const issuers = issuerNames(library, entry);
  return {
    '@type': 'Legislation',
    legislationIdentifier: certainField(entry, 'number'),
    legislationDate: entry.date,
    legislationPassedBy: some(issuers.map((name) => ({ '@type': 'GovernmentOrganization', name }))),
    legislationType: entry.collection === 'replies' ? '提案答复' : '政策文件',
    legislationLegalForce: force && `${SCHEMA}/${force}`,
    keywords: listField(entry, 'topics').join(',') || undefined,
  };
}

/** What an entry is, in schema.org's terms: its type, and what only that type has. */
function typedEntry(site: ValidLibrary, entry: Entry): Thing {
  const { collection, date } = entry;
  if (collection === 'organisations')
    return { '@type': certainField(entry, 'level') ? 'GovernmentOrganization' : 'Organization' };
  if (collection === 'events') return { '@type': 'Event', startDate: date };
  if (collection !== 'replies' && collection !== 'policies') {
    const name = `${site.config.name}·${collectionLabels[collection]}`;
    return { '@type': 'DefinedTerm', inDefinedTermSet: { '@type': 'DefinedTermSet', name } };
  }
  return isDocument(entry) || certainField(entry, 'kind') !== '评选认定'
    ? legislation(site, entry)
    : { '@type': 'DefinedTerm' };
}

/** What a page is about; nothing for a page that is neither an entry's, nor a list, nor of the library as a whole. */
function thingsOn({ site, path, title, description, entry }: PageFacts): Thing[] {
  const { config } = site;
  const to = (page: SitePath): string => addressFor(config.address, path, page);
  const inLanguage = config.language;
  const publisher = { '@type': 'Organization', name: config.publisher ?? config.name };
  const website = { '@type': 'WebSite', name: config.name, url: to(homePath) };

  if (entry) {
    const { aliases, summary } = entry;
    const thing = {
      ...typedEntry(site, entry),
      name: entry.title,
      // A document's number is its identifier already.
      alternateName: some(aliases.filter((name) => name !== certainField(entry, 'number'))),
      // Without a summary it is how the text begins, which `<meta>` says already.
      description: isDocument(entry) && !summary ? undefined : description,
      url: to(path),
      inLanguage: isDocument(entry) ? inLanguage : undefined,
    };
    return [thing];
  }

  if (path === homePath || path === dataPath) {
    const dataset = {
      '@type': 'Dataset',
      name: path === dataPath ? `${config.name}·数据` : config.name,
      description,
      url: to(path),
      inLanguage,
      license: LICENCE.path,
      creator: publisher,
      distribution: TABLES.map(({ name }) => ({
        '@type': 'DataDownload',
        encodingFormat: 'text/csv',
        contentUrl: to(tablePath(name)),
      })),
    };
    return path === homePath
      ? [{ ...website, description, inLanguage, publisher }, dataset]
      : [dataset];
  }

  return COLLECTIONS.some((name) => path === listPath(name))
    ? [
        {
          '@type': 'CollectionPage',
          name: title,
          description,
          url: to(path),
          inLanguage,
          isPartOf: website,
        },
      ]
    : [];
}

/** @returns what stands in `<script type="application/ld+json">`, in which no `<` can end the element; null for nothing */
export function structuredData(page: PageFacts): string | null {
  const graph = thingsOn(page);
  if (graph.length === 0) return null;
  return JSON.stringify({ '@context': SCHEMA, '@graph': graph }).replaceAll('<', '\\u003c');
}
