/**
 * What tells programs of the library: `sitemap.xml` (sitemaps.org 0.9), `robots.txt`, `opensearch.xml` (OpenSearch 1.1:
 * the browser's own search bar searches the library) and `llms.txt` (llmstxt.org).
 */
import type { ValidLibrary } from '../../content/read-library.ts';
import type { LibraryConfig } from '../../library/schemas/library.ts';
import { COLLECTIONS, type Entry, type Library } from '../../library/types.ts';
import { descriptionOf } from '../../views/entry/evidence.ts';
import { MAIN, MORE, sectionsIn } from '../../views/navigation.ts';
import {
  aboutPath,
  homePath,
  listPath,
  offlinePath,
  pagePath,
  searchPath,
  type SitePath,
} from '../../views/urls.ts';
import { collectionIntroductions, collectionLabels } from '../../views/wording/labels.ts';
import { documentsOf, pathBeside } from '../documents.ts';
import { markup, onLines, xmlFile, type Markup } from '../markup.ts';
import { statedDay } from './atom.ts';

/**
 * @param address the library's public address, ending in a slash
 * @returns a page's `lastmod` is the day that its entry states; no other is known
 */
export function sitemap(library: Library, address: string): string {
  const url = (page: SitePath, day?: string): Markup =>
    markup`<url><loc>${address}${page !== homePath && page}</loc>${day && markup`<lastmod>${day}</lastmod>`}</url>`;
  const urls = [
    url(homePath),
    ...sectionsIn(library, [...MAIN, ...MORE]).map(({ path }) => url(path)),
    ...[...library.entries.values()].map((entry) => url(pagePath(entry.key), statedDay(entry))),
  ];
  return xmlFile(
    markup`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${onLines(urls)}</urlset>`,
  );
}

/** Everything may be read; where the list of pages is. */
export const robots = ({ address }: LibraryConfig): string =>
  `User-agent: *\nAllow: /\n${address ? `\nSitemap: ${address}sitemap.xml\n` : ''}`;

/** @param address the library's public address, ending in a slash */
export function openSearch(config: LibraryConfig, address: string): string {
  // The longest that the standard allows, in characters.
  const cut = (words: string, length: number): string => [...words].slice(0, length).join('');
  return xmlFile(markup`<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${cut(config.name, 16)}</ShortName>
<LongName>${cut(config.name, 48)}</LongName>
<Description>${cut(config.description, 1024)}</Description>
<Language>${config.language}</Language>
<InputEncoding>UTF-8</InputEncoding>
<OutputEncoding>UTF-8</OutputEncoding>
<Image width="192" height="192" type="image/png">${address}icons/icon-192.png</Image>
<Url type="text/html" method="get" template="${address}${searchPath}?q={searchTerms}" />
<Url type="application/opensearchdescription+xml" rel="self" template="${address}opensearch.xml" />
</OpenSearchDescription>`);
}

const escaped = (text: string): string =>
  text
    .trim()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\\`*_[\]<>]/gu, '\\$&');

/** Links are relative to the file where the library has no address. */
export function llms({ library, config }: ValidLibrary): string {
  const to = (path: string): string => (config.address ?? '') + path;
  const item = (document: Entry): string =>
    `- [${escaped(document.title)}](${to(pathBeside(document, 'md'))}): ${escaped(descriptionOf(document))}`;
  const lists = COLLECTIONS.filter((name) => library.list(name).length > 0).map(
    (name) =>
      `- [${collectionLabels[name]}](${to(listPath(name))}): ${collectionIntroductions[name]}`,
  );
  const sections = [
    `# ${escaped(config.name)}`,
    `> ${escaped(config.description)}`,
    '公文原文照录，一字不改；编者的话（摘要、校注、关系）另行标明。来源没有说的，写作不详。引用请以发文机关公布的文本为准。',
    `## 全文\n\n${documentsOf(library).map(item).join('\n')}`,
    `## 目录\n\n${lists.join('\n')}`,
    `## Optional\n\n- [说明](${to(aboutPath)}): 来源、体例和引用方法。\n- [离线](${to(offlinePath)}): 整个文库的归档。`,
  ];
  return `${sections.join('\n\n')}\n`;
}
