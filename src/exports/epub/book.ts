/** The whole library as a book, EPUB 3.3: the same content gives the same bytes. */
import { zip, type AsyncZippable } from 'fflate';
import type { ValidLibrary } from '../../content/read-library.ts';
import { COLLECTIONS, type Entry } from '../../library/types.ts';
import { collectionLabels } from '../../views/wording/labels.ts';
import { uuidUrn } from '../feeds/atom.ts';
import { element, markup, onLines, xmlFile, type Markup } from '../markup.ts';
import { chapter, chapterFile, xhtml } from './chapter.ts';

/** The book's own typography: a gazette's, in what every reading system knows. Fonts are the reader's. */
const BOOK_STYLE = `@charset "utf-8";
@page { margin: 1.5em 1em; }
html { line-height: 1.75; }
body { margin: 0 4%; font-family: "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif;
  line-break: strict; text-align: justify; hanging-punctuation: allow-end; text-spacing-trim: trim-start; }
h1, h2, h3, h4, h5, h6, .kind, dt, .source { font-family: "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC",
  "Microsoft YaHei", sans-serif; text-align: start; }
h1 { margin: 1.75em 0; font-size: 1.4em; line-height: 1.5; text-align: center; }
h2 { margin: 1.75em 0 0.875em; font-size: 1.1em; }
h3, h4, h5, h6 { margin: 1.75em 0 0; font-size: 1em; }
p { margin: 0; }
.text p { text-indent: 2em; }
.text .part { text-indent: 0; }
.text .masthead { color: #b3261e; font-size: 1.4em; font-weight: bold; text-align: center; }
.text .document-number { margin-bottom: 1.75em; text-align: center; }
.text .signature, .text .dateline { text-align: end; }
.text h1 { font-family: inherit; }
.kind { margin-bottom: 1.75em; color: #6b6459; font-size: 0.85em; }
.summary, .particulars { margin: 1.75em 0; }
dt { color: #6b6459; font-size: 0.85em; }
dd { margin: 0 0 0.875em; }
blockquote { margin: 0 0 1.75em 1em; padding-left: 1em; border-left: 1px solid #b3261e; }
.source { color: #6b6459; font-size: 0.85em; }
table { margin: 1.75em 0; border-collapse: collapse; font-size: 0.9em; }
th, td { padding: 0.3em 0.5em; border: 1px solid #9a9388; text-align: start; vertical-align: top; }
.text td p, .text li p { text-indent: 0; }
a { color: #7a2a20; text-decoration: none; border-bottom: 1px dotted; }
sup { font-size: 0.65em; line-height: 0; }
aside { margin-top: 0.875em; font-size: 0.85em; }
nav ol { list-style: none; padding-left: 1em; }
.title-page { margin-top: 20%; text-align: center; }
`;

/** The newest day that the content states; the first of the zip format's where it states none. */
function editionDay({ library, config }: ValidLibrary): string {
  if (config.revised) return config.revised;
  const days = [...library.entries.values()]
    .flatMap(({ date, data }) => [date ?? '', String(data['added']), String(data['changed'])])
    .filter(({ length }) => length === 10);
  return days.sort().at(-1) ?? '1980-01-01';
}

const CONTAINER =
  xmlFile(markup`<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/book.opf" media-type="application/oebps-package+xml" /></rootfiles>
</container>`);

/** What the book is, and its files in the order in which they are read. */
function packageDocument(site: ValidLibrary): string {
  const { config } = site;
  const entries = [...site.library.entries.values()];
  const item = (id: string, file: string, properties?: string): Markup =>
    element('item', { id, href: file, 'media-type': 'application/xhtml+xml', properties });
  const idOf = (entry: Entry): string => `c-${entry.key.replace('/', '-')}`;
  const manifest = [
    item('nav', 'nav.xhtml', 'nav'),
    item('title', 'title.xhtml'),
    markup`<item id="style" href="book.css" media-type="text/css" />`,
    ...entries.map((entry) => item(idOf(entry), chapterFile(entry.key))),
  ];
  const spine = ['title', 'nav', ...entries.map(idOf)].map(
    (id) => markup`<itemref idref="${id}" />`,
  );
  return xmlFile(markup`<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${config.language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${uuidUrn(`${config.id}/book`)}</dc:identifier>
<dc:title>${config.name}</dc:title>
<dc:language>${config.language}</dc:language>
<dc:publisher>${config.publisher ?? config.name}</dc:publisher>
<dc:description>${config.description}</dc:description>
<meta property="dcterms:modified">${editionDay(site)}T00:00:00Z</meta>
</metadata>
<manifest>${onLines(manifest)}</manifest>
<spine>${onLines(spine)}</spine>
</package>`);
}

/** The contents, by collection. */
function navigation({ library, config }: ValidLibrary): string {
  const groups = COLLECTIONS.filter((name) => library.list(name).length > 0).map((name) => {
    const items = library
      .list(name)
      .map(({ key, title }) => markup`<li><a href="${chapterFile(key)}">${title}</a></li>`);
    return markup`<li><span>${collectionLabels[name]}</span><ol>${onLines(items)}</ol></li>`;
  });
  const contents = markup`<nav epub:type="toc"><h1>目录</h1><ol>${onLines(groups)}</ol></nav>`;
  return xhtml('目录', config.language, [contents]);
}

const titlePage = ({ config }: ValidLibrary): string =>
  xhtml(config.name, config.language, [
    markup`<section class="title-page" epub:type="titlepage">
<h1>${config.name}</h1>
<p>${config.description}</p>
<p>公文原文照录；编者文字依CC BY 4.0使用。来源没有说的，写作不详。</p>
${config.address && markup`<p>网上文库：${config.address}</p>\n`}</section>`,
  ]);

/** @returns the book, as a zip that begins with its kind, not compressed (EPUB OCF 3.3, 4.2) */
export function book(site: ValidLibrary): Promise<Uint8Array> {
  const texts = {
    'META-INF/container.xml': CONTAINER,
    'EPUB/book.opf': packageDocument(site),
    'EPUB/nav.xhtml': navigation(site),
    'EPUB/title.xhtml': titlePage(site),
    'EPUB/book.css': BOOK_STYLE,
  };
  const files: AsyncZippable = { mimetype: [Buffer.from('application/epub+zip'), { level: 0 }] };
  for (const [path, text] of Object.entries(texts)) files[path] = Buffer.from(text);
  for (const entry of site.library.entries.values())
    files[`EPUB/${chapterFile(entry.key)}`] = Buffer.from(chapter(site, entry));
  // The zip format knows no earlier day; it says nothing here.
  const options = { level: 6, mtime: '1980-01-01T00:00:00' } as const;
  return new Promise((resolve, reject) => {
    zip(files, options, (error, bytes) => (error ? reject(error) : resolve(bytes)));
  });
}
