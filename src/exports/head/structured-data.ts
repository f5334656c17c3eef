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
  有效: `${SCHEMA}/InForce`,
  已废止: `${SCHEMA}/NotInForce`,
  尚未生效: `${SCHEMA}/NotInForce`,
};

const some = <T>(list: T[]): T[] | T | undefined => (list.length > 1 ? list : list[0]);

/** What an entry is, in schema.org's terms: its type, and what only that type has. */
function typedEntry({ library, config }: ValidLibrary, entry: Entry): Thing {
  const { collection, date } = entry;
  if (collection === 'organisations')
    return { '@type': certainField(entry, 'level') ? 'GovernmentOrganization' : 'Organization' };
  if (collection === 'events') return { '@type': 'Event', startDate: date };
  if (collection !== 'replies' && collection !== 'policies') {
    const name = `${config.name}·${collectionLabels[collection]}`;
    return { '@type': 'DefinedTerm', inDefinedTermSet: { '@type': 'DefinedTermSet', name } };
  }
  if (!isDocument(entry) && certainField(entry, 'kind') === '评选认定')
    return { '@type': 'DefinedTerm' };
  const issuers = issuerNames(library, entry);
  return {
    '@type': 'Legislation',
    legislationIdentifier: certainField(entry, 'number'),
    legislationDate: date,
    legislationPassedBy: some(issuers.map((name) => ({ '@type': 'GovernmentOrganization', name }))),
    legislationType: collection === 'replies' ? '提案答复' : '政策文件',
    legislationLegalForce: FORCE[certainField(entry, 'validity') ?? ''],
    keywords: listField(entry, 'topics').join(',') || undefined,
  };
}

function ofEntry({ site, path, description }: PageFacts, entry: Entry): Thing {
  const { address, language } = site.config;
  return {
    ...typedEntry(site, entry),
    name: entry.title,
    // A document's number is its identifier already.
    alternateName: some(entry.aliases.filter((name) => name !== certainField(entry, 'number'))),
    // Without a summary it is how the text begins, which `<meta>` says already.
    description: isDocument(entry) && !entry.summary ? undefined : description,
    url: addressFor(address, path, path),
    inLanguage: isDocument(entry) ? language : undefined,
  };
}

/** The library as a whole, its data, or the list of a collection; nothing for other pages. */
function ofLibrary({ site: { config }, path, title, description }: PageFacts): Thing | undefined {
  const to = (page: SitePath): string => addressFor(config.address, path, page);
  const publisher = { '@type': 'Organization', name: config.publisher ?? config.name };
  const website = { '@type': 'WebSite', name: config.name, url: to(homePath) };
  const about = { description, url: to(path), inLanguage: config.language };
  if (path === homePath) return { ...website, ...about, publisher };
  if (path === dataPath)
    return {
      '@type': 'Dataset',
      name: `${config.name}·数据`,
      ...about,
      license: LICENCE.path,
      creator: publisher,
      distribution: TABLES.map(({ name }) => ({
        '@type': 'DataDownload',
        encodingFormat: 'text/csv',
        contentUrl: to(tablePath(name)),
      })),
    };
  if (COLLECTIONS.some((name) => path === listPath(name)))
    return { '@type': 'CollectionPage', name: title, ...about, isPartOf: website };
  return undefined;
}

/** @returns what stands in `<script type="application/ld+json">`, in which no `<` can end the element; null for nothing */
export function structuredData(page: PageFacts): string | null {
  const thing = page.entry ? ofEntry(page, page.entry) : ofLibrary(page);
  if (!thing) return null;
  return JSON.stringify({ '@context': SCHEMA, '@graph': [thing] }).replaceAll('<', '\\u003c');
}
