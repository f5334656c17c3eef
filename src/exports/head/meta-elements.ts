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
import { collectionLabels } from '../../views/wording/labels.ts';
import { sitePath } from '../../views/urls.ts';
import { addressFor, type PageFacts } from './structured-data.ts';

export interface MetaElement {
  name?: string;
  /** Its name in Open Graph. */
  property?: string;
  content: string;
}

type Stated = [key: string, content: string | string[] | undefined];

const elements = (kind: 'name' | 'property', stated: Stated[]): MetaElement[] =>
  stated.flatMap(([key, content]) =>
    [content ?? []].flat().map((one): MetaElement => ({ [kind]: key, content: one })),
  );

/** A document's title is said once under both its names: Zotero reads `name` before `property`. */
function withTitleOnce(all: MetaElement[]): MetaElement[] {
  const title = all.find(({ property }) => property === 'og:title');
  const same = ({ name, content }: MetaElement): boolean =>
    name === 'citation_title' && content === title?.content;
  if (!all.some(same)) return all;
  return all
    .filter((one) => one !== title)
    .map((one) => (same(one) ? { ...one, property: 'og:title' } : one));
}

function openGraph(page: PageFacts): Stated[] {
  const {
    site: { config },
    path,
    title,
    entry,
  } = page;
  return [
    ['og:type', entry && isDocument(entry) ? 'article' : 'website'],
    ['og:title', title ?? config.name],
    ['og:site_name', title && config.name],
    ['og:url', config.address && addressFor(config.address, path, path)],
    ...picture(page),
  ];
}

/** The picture that a shared address is shown with, the same for every page and library: a sheet without words. */
const picture = ({ site: { config }, path }: PageFacts): Stated[] => [
  ['og:image', addressFor(config.address, path, sitePath('library.png'))],
  ['og:image:width', '1200'],
  ['og:image:height', '630'],
  ['og:image:alt', '政策文库'],
];

/** A date is told to the day or not at all: the names have no room for less. */
const dayOf = (date: string | undefined): string | undefined =>
  date?.length === 10 ? date : undefined;

function governmentNames({ site: { config, library }, title, entry }: PageFacts): Stated[] {
  const site: Stated[] = [
    ['SiteName', config.name],
    ['SiteDomain', config.address && new URL(config.address).hostname],
  ];
  if (!entry) return [...site, ['ColumnName', title ?? '首页'], ['ColumnType', title]];
  const label = collectionLabels[entry.collection];
  const topics = listField(entry, 'topics');
  const keywords = (topics.length > 0 ? topics : entry.aliases).join(',');
  return [
    ...site,
    ['ColumnName', label],
    ['ColumnType', label],
    ['ArticleTitle', entry.title],
    ['PubDate', isDocument(entry) ? dayOf(entry.date) : undefined],
    ['ContentSource', issuerNames(library, entry).join('、') || undefined],
    ['Keywords', keywords || undefined],
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
  return withTitleOnce([
    ...elements('property', openGraph(page)),
    ...elements('name', [...governmentNames(page), ...citationTags(page)]),
  ]);
}
