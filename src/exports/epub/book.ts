/** The whole library as a book, EPUB 3.3: the same content gives the same bytes. */
import { zip, type AsyncZippable } from 'fflate';
import type { ValidLibrary } from '../../content/read-library.ts';
import { COLLECTIONS, type Entry } from '../../library/types.ts';
import { collectionLabels } from '../../views/wording/labels.ts';
import { uuidUrn } from '../feeds/atom.ts';
import { onLines, x, xmlFile } from '../xml.ts';
import { chapter, xhtml } from './chapter.ts';
import { BOOK_STYLE } from './style.ts';
import { chapterFile } from './text.ts';

/** Replies first, then what they name, in the order of the library's lists. */
const chaptersOf = ({ library }: ValidLibrary): Entry[] =>
  COLLECTIONS.flatMap((name) => library.list(name));

/** The newest day that the content states; the first of the zip format's where it states none. */
function editionDay({ library, config }: ValidLibrary): string {
  if (config.revised) return config.revised;
  const days = [...library.entries.values()]
    .flatMap(({ date, data }) => [date, data['added'], data['changed']] as (string | undefined)[])
    .filter((day): day is string => day?.length === 10);
  return days.sort().at(-1) ?? '1980-01-01';
}

function container(): string {
  const attributes = {
    'full-path': 'EPUB/book.opf',
    'media-type': 'application/oebps-package+xml',
  };
  return xmlFile(
    x(
      'container',
      { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
      x('rootfiles', {}, x('rootfile', attributes)),
    ),
  );
}

/** What the book is, and its files in the order in which they are read. */
function packageDocument(site: ValidLibrary): string {
  const { config } = site;
  const entries = chaptersOf(site);
  const metadata = [
    x('dc:identifier', { id: 'id' }, uuidUrn(`${config.id}/book`)),
    x('dc:title', {}, config.name),
    x('dc:language', {}, config.language),
    x('dc:publisher', {}, config.publisher ?? config.name),
    x('dc:description', {}, config.description),
    x('meta', { property: 'dcterms:modified' }, `${editionDay(site)}T00:00:00Z`),
  ];
  const item = (id: string, href: string, properties?: string) =>
    x('item', { id, href, 'media-type': 'application/xhtml+xml', properties });
  const idOf = (entry: Entry): string => `c-${entry.key.replace('/', '-')}`;
  const manifest = [
    item('nav', 'nav.xhtml', 'nav'),
    item('title', 'title.xhtml'),
    x('item', { id: 'style', href: 'book.css', 'media-type': 'text/css' }),
    ...entries.map((entry) => item(idOf(entry), chapterFile(entry.key))),
  ];
  const spine = ['title', 'nav', ...entries.map(idOf)].map((idref) => x('itemref', { idref }));
  const attributes = {
    xmlns: 'http://www.idpf.org/2007/opf',
    version: '3.0',
    'unique-identifier': 'id',
    'xml:lang': config.language,
  };
  const children = [
    x('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, onLines(metadata)),
    x('manifest', {}, onLines(manifest)),
    x('spine', {}, onLines(spine)),
  ];
  return xmlFile(x('package', attributes, onLines(children)));
}

/** The contents, by collection. */
function navigation({ library, config }: ValidLibrary): string {
  const groups = COLLECTIONS.filter((name) => library.list(name).length > 0).map((name) => {
    const items = library
      .list(name)
      .map(({ key, title }) => x('li', {}, x('a', { href: chapterFile(key) }, title)));
    return x('li', {}, x('span', {}, collectionLabels[name]), x('ol', {}, onLines(items)));
  });
  const contents = x(
    'nav',
    { 'epub:type': 'toc' },
    x('h1', {}, '目录'),
    x('ol', {}, onLines(groups)),
  );
  return xhtml('目录', config.language, [contents]);
}

function titlePage({ config }: ValidLibrary): string {
  const lines = [
    x('h1', {}, config.name),
    x('p', {}, config.description),
    x('p', {}, '公文原文照录；编者文字依CC BY 4.0使用。来源没有说的，写作不详。'),
    ...(config.address ? [x('p', {}, `网上文库：${config.address}`)] : []),
  ];
  const attributes = { class: 'title-page', 'epub:type': 'titlepage' };
  return xhtml(config.name, config.language, [x('section', attributes, onLines(lines))]);
}

/** @returns the book, as a zip that begins with its kind, not compressed (EPUB OCF 3.3, 4.2) */
export function book(site: ValidLibrary): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const files: AsyncZippable = {
    mimetype: [encoder.encode('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': encoder.encode(container()),
    'EPUB/book.opf': encoder.encode(packageDocument(site)),
    'EPUB/nav.xhtml': encoder.encode(navigation(site)),
    'EPUB/title.xhtml': encoder.encode(titlePage(site)),
    'EPUB/book.css': encoder.encode(BOOK_STYLE),
  };
  for (const entry of chaptersOf(site))
    files[`EPUB/${chapterFile(entry.key)}`] = encoder.encode(chapter(site, entry));
  // The zip format knows no earlier day; it says nothing here.
  const options = { level: 6, mtime: '1980-01-01T00:00:00' } as const;
  return new Promise((resolve, reject) => {
    zip(files, options, (error, bytes) => (error ? reject(error) : resolve(bytes)));
  });
}
