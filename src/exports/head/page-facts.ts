/**
 * What programs read in a page's head: its `<meta>` elements, and JSON-LD in schema.org's terms. What the library does not know
 * is absent; a date is as exact as its source (`2021-03` is a date of ISO 8601 as well).
 *
 * - Open Graph: ogp.me. Those who show the picture want its whole address; without a public one it is relative.
 *   `og:description` stands on the description that every page has, in `Page.astro`.
 * - Government sites: 《政府网站发展指引》（国办发〔2017〕47号）, annex on page labels: SiteName, SiteDomain,
 *   ColumnName, ColumnType, ArticleTitle, PubDate, ContentSource, Keywords, Description. SiteIDCode is left out:
 *   the library has none.
 * - Citation tags: Highwire's `citation_*`, which Zotero's translator “Embedded Metadata” reads, as it does
 *   Open Graph; `citation_technical_report_institution` makes the item a report, which has an issuer and a number.
 *   Where no issuer is known, `z:itemType` does: with a title alone the item would be an article of a journal.
 *   Language and address it takes from `<html lang>` and `og:url`.
 */
import type { ValidLibrary } from '../../content/read-library.ts';
import { COLLECTIONS, type Entry } from '../../library/types.ts';
import { issuerNames } from '../../views/citation/citation.ts';
import { certainField, isDocument, listField } from '../../views/known-fields.ts';
import { dataPath, href, homePath, listPath, sitePath, type SitePath } from '../../views/urls.ts';
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

/** An element's attributes: a name, or its name in Open Graph, and what it says. */
export type MetaElement = { name?: string; property?: string; content: string };

/** @returns the elements in a fixed order; what is not known is absent, what has several values stands several times */
export function metaElements({ site, path, title, entry }: PageFacts): MetaElement[] {
  const { config, library } = site;
  const { address, name } = config;
  const document = entry && isDocument(entry) ? entry : undefined;
  const column = entry ? collectionLabels[entry.collection] : title;
  const issuers = entry ? issuerNames(library, entry) : [];
  const topics = entry ? listField(entry, 'topics') : [];
  const keywords = topics.length > 0 ? topics : (entry?.aliases ?? []);
  const stated: Record<string, string | string[] | undefined> = {
    'og:type': document ? 'article' : 'website',
    'og:title': title ?? name,
    'og:site_name': title && name,
    'og:url': address && addressFor(address, path, path),
    // The same for every page and library: a sheet without words.
    'og:image': addressFor(address, path, sitePath('library.png')),
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': '政策文库',
    SiteName: name,
    SiteDomain: address && new URL(address).hostname,
    ColumnName: column ?? '首页',
    ColumnType: column,
    ArticleTitle: entry?.title,
    // A date is told to the day or not at all: the names have no room for less.
    PubDate: document?.date?.length === 10 ? document.date : undefined,
    ContentSource: issuers.join('、') || undefined,
    Keywords: keywords.join(',') || undefined,
    citation_title: document?.title,
    citation_author: document && issuers,
    citation_publication_date: document?.date?.replaceAll('-', '/'),
    citation_technical_report_institution: document && issuers[0],
    'z:itemType': document && issuers.length === 0 ? 'report' : undefined,
    citation_technical_report_number: document && certainField(document, 'number'),
  };
  return Object.entries(stated).flatMap(([name, value]) =>
    [value ?? []]
      .flat()
      .map((content) => (name.startsWith('og:') ? { property: name, content } : { name, content })),
  );
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
