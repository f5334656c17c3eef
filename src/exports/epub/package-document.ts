/** The book's own papers (EPUB 3.3): package document, contents, title page. */
import { COLLECTIONS, type Entry } from '../../library/types.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import { collectionLabels } from '../../views/wording/labels.ts';
import { uuidUrn } from '../feeds/name-uuid.ts';
import { xml, XML_DECLARATION, xmlText } from '../markup.ts';
import { chapterFile, xhtml } from './chapter.ts';

export const CONTAINER = `${XML_DECLARATION}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`;

/** Replies first, then what they name, in the order of the library's lists. */
export const chaptersOf = ({ library }: ValidLibrary): Entry[] =>
  COLLECTIONS.flatMap((name) => library.list(name));

/**
 * @param modified the day of the edition, YYYY-MM-DD: no clock tells it
 */
export function packageDocument(site: ValidLibrary, modified: string): string {
  const { config } = site;
  const entries = chaptersOf(site);
  const metadata = [
    xml('dc:identifier', { id: 'id' }, uuidUrn(`${config.id}/book`)),
    xml('dc:title', {}, xmlText(config.name)),
    xml('dc:language', {}, xmlText(config.language)),
    xml('dc:publisher', {}, xmlText(config.publisher ?? config.name)),
    xml('dc:description', {}, xmlText(config.description)),
    xml('meta', { property: 'dcterms:modified' }, `${modified}T00:00:00Z`),
  ];
  const item = (id: string, href: string, properties?: string): string =>
    xml('item', { id, href, 'media-type': 'application/xhtml+xml', properties });
  const idOf = (entry: Entry): string => `c-${entry.key.replace('/', '-')}`;
  const manifest = [
    item('nav', 'nav.xhtml', 'nav'),
    item('title', 'title.xhtml'),
    xml('item', { id: 'style', href: 'book.css', 'media-type': 'text/css' }),
    ...entries.map((entry) => item(idOf(entry), chapterFile(entry.key))),
  ];
  const spine = ['title', 'nav', ...entries.map(idOf)].map((idref) => xml('itemref', { idref }));
  const attributes = {
    xmlns: 'http://www.idpf.org/2007/opf',
    version: '3.0',
    'unique-identifier': 'id',
    'xml:lang': config.language,
  };
  const children = [
    xml('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, metadata.join('\n')),
    xml('manifest', {}, manifest.join('\n')),
    xml('spine', {}, spine.join('\n')),
  ];
  return `${XML_DECLARATION}${xml('package', attributes, `\n${children.join('\n')}\n`)}\n`;
}

/** The contents, by collection. */
export function navigation({ library, config }: ValidLibrary): string {
  const groups = COLLECTIONS.filter((name) => library.list(name).length > 0).map((name) => {
    const items = library
      .list(name)
      .map(({ key, title }) => xml('li', {}, xml('a', { href: chapterFile(key) }, xmlText(title))));
    return xml(
      'li',
      {},
      xml('span', {}, collectionLabels[name]) + xml('ol', {}, `\n${items.join('\n')}\n`),
    );
  });
  const toc = xml(
    'nav',
    { 'epub:type': 'toc' },
    xml('h1', {}, '目录') + xml('ol', {}, groups.join('\n')),
  );
  return xhtml('目录', config.language, toc);
}

export function titlePage({ config }: ValidLibrary): string {
  const lines = [
    xml('h1', {}, xmlText(config.name)),
    xml('p', {}, xmlText(config.description)),
    xml('p', {}, '公文原文照录；编者文字依CC BY 4.0使用。来源没有说的，写作不详。'),
    ...(config.address ? [xml('p', {}, xmlText(`网上文库：${config.address}`))] : []),
  ];
  const body = xml('section', { class: 'title-page', 'epub:type': 'titlepage' }, lines.join('\n'));
  return xhtml(config.name, config.language, body);
}
