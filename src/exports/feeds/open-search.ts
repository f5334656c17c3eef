/**
 * `opensearch.xml` (OpenSearch 1.1): the browser's own search bar searches the library. It needs a whole
 * address, and so is written only where there is one.
 */
import type { LibraryConfig } from '../../content/schemas/library.ts';
import { searchPath } from '../../views/urls.ts';
import { xml, XML_DECLARATION, xmlText } from '../markup.ts';

/** The longest that the standard allows, in characters. */
const cut = (words: string, length: number): string => [...words].slice(0, length).join('');

/** @param address the library's public address, ending in a slash */
export function openSearch(config: LibraryConfig, address: string): string {
  const children = [
    xml('ShortName', {}, xmlText(cut(config.name, 16))),
    xml('LongName', {}, xmlText(cut(config.name, 48))),
    xml('Description', {}, xmlText(cut(config.description, 1024))),
    xml('Language', {}, xmlText(config.language)),
    xml('InputEncoding', {}, 'UTF-8'),
    xml('OutputEncoding', {}, 'UTF-8'),
    xml(
      'Image',
      { width: '192', height: '192', type: 'image/png' },
      xmlText(`${address}icons/icon-192.png`),
    ),
    xml('Url', {
      type: 'text/html',
      method: 'get',
      template: `${address}${searchPath}?q={searchTerms}`,
    }),
    xml('Url', {
      type: 'application/opensearchdescription+xml',
      rel: 'self',
      template: `${address}opensearch.xml`,
    }),
  ];
  const attributes = { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' };
  return `${XML_DECLARATION}${xml('OpenSearchDescription', attributes, `\n${children.join('\n')}\n`)}\n`;
}
