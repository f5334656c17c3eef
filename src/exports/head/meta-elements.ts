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

export interface MetaElement {
  name?: string;
  /** Its name in Open Graph. */
  property?: string;
  content: string;
}

type Stated = [key: string, content: string | string[] | undefined];

function openGraph({ site: { config }, path, title, entry }: PageFacts): Stated[] {
  return [
    ['og:type', entry && isDocument(entry) ? 'article' : 'website'],
    ['og:title', title ?? config.name],
    ['og:site_name', title && config.name],
    ['og:url', config.address && addressFor(config.address, path, path)],
    // The picture that a shared address is shown with, the same for every page and library: a sheet without words.
    ['og:image', addressFor(config.address, path, sitePath('library.png'))],
    ['og:image:width', '1200'],
    ['og:image:height', '630'],
    ['og:image:alt', '政策文库'],
  ];
}

function governmentNames({ site: { config, library }, title, entry }: PageFacts): Stated[] {
  const column = entry ? collectionLabels[entry.collection] : title;
  const site: Stated[] = [
    ['SiteName', config.name],
    ['SiteDomain', config.address && new URL(config.address).hostname],
    ['ColumnName', column ?? '首页'],
    ['ColumnType', column],
  ];
  if (!entry) return site;
  const topics = listField(entry, 'topics');
  // A date is told to the day or not at all: the names have no room for less.
  const day = isDocument(entry) && entry.date?.length === 10 ? entry.date : undefined;
  return [
    ...site,
    ['ArticleTitle', entry.title],
    ['PubDate', day],
    ['ContentSource', issuerNames(library, entry).join('、') || undefined],
    ['Keywords', (topics.length > 0 ? topics : entry.aliases).join(',') || undefined],
  ];
}

function citationTags({ site: { library }, entry }: PageFacts): Stated[] {
  if (!entry || !isDocument(entry)) return [];
  const issuers = issuerNames(library, entry);
  return [
    ['citation_title', entry.title],
    ['citation_author', issuers],
    ['citation_publication_date', entry.date?.replaceAll('-', '/')],
    issuers[0] === undefined
      ? ['z:itemType', 'report']
      : ['citation_technical_report_institution', issuers[0]],
    ['citation_technical_report_number', certainField(entry, 'number')],
  ];
}

/** @returns the elements in a fixed order; what is not known is absent */
export function metaElements(page: PageFacts): MetaElement[] {
  const elements = (kind: 'name' | 'property', stated: Stated[]): MetaElement[] =>
    stated.flatMap(([key, content]) =>
      [content ?? []].flat().map((one): MetaElement => ({ [kind]: key, content: one })),
    );
  return [
    ...elements('property', openGraph(page)),
    ...elements('name', [...governmentNames(page), ...citationTags(page)]),
  ];
}
