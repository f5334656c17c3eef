/**
 * The `<meta>` elements of a page: Open Graph, the names of Chinese government sites, and citation tags.
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
import { issuerNames } from '../../views/citation/citation.ts';
import { certainField, isDocument, listField } from '../../views/known-fields.ts';
import { sitePath } from '../../views/urls.ts';
import { collectionLabels } from '../../views/wording/labels.ts';
import { addressFor, type PageFacts } from './structured-data.ts';

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
