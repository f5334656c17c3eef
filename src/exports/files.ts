/**
 * Every file that is no page of ours: of the whole library, beside pages, and at addresses that entries had. These lists are the
 * only place that a file is named in: endpoints, links, the page 数据, the data package and the archive's 说明 are made from them.
 */
import { z } from 'zod';
import { WEB_MANIFEST, webManifest } from '../client/app/app-files.ts';
import type { ValidLibrary } from '../content/read-library.ts';
import { formerKeys } from '../library/checks/addresses.ts';
import { COLLECTIONS, type Entry } from '../library/types.ts';
import { referenceTo } from '../views/citation/citation.ts';
import { bibtex, cslJson, ris, type Reference } from '../views/citation/reference-formats.ts';
import { bookPath } from '../views/urls.ts';
import { akomaNtoso, ENDING as AKOMA_NTOSO } from './akoma-ntoso.ts';
import { dataPackage, type ExportedFile } from './data/data-package.ts';
import { graphJson, graphMl, graphSchema } from './data/graph.ts';
import { recordSchema, recordText } from './data/records.ts';
import { csvOf, tablePath, TABLES } from './data/tables.ts';
import { lineSchema, textsFile } from './data/texts.ts';
import { documentsOf, pathBeside } from './documents.ts';
import { book } from './epub/book.ts';
import { atom, hasFeed } from './feeds/atom.ts';
import { llms, openSearch, robots, sitemap } from './feeds/discovery.ts';
import { formerPage, redirects } from './former-addresses.ts';
import { markdown } from './markdown.ts';
import { plainText } from './plain-text.ts';

const file = (
  path: string,
  mediaType: string,
  content: ExportedFile['content'],
  more?: Partial<ExportedFile>,
): ExportedFile => ({ path, mediaType, content, ...more });

/** Where a schema lies. */
export const schemaPath = (name: 'entry' | 'graph' | 'texts'): string =>
  `data/schemas/${name}.schema.json`;

/** JSON Schema (draft 2020-12) of a JSON of the data, made by Zod. */
const schemaFile = (
  name: 'entry' | 'graph' | 'texts',
  title: string,
  schema: z.ZodType,
): ExportedFile =>
  file(schemaPath(name), 'application/schema+json', () => {
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'output', reused: 'ref' });
    const whole = { $schema, $id: `${name}.schema.json`, title, ...rest };
    return `${JSON.stringify(whole, null, 1)}\n`;
  });

const EDITOR = '用任何文本编辑器打开';
const LAWYERS = '法律文件的国际标准格式（OASIS LegalDocML），供法律信息系统导入';
const MANAGERS = '用 Zotero、EndNote、NoteExpress 等文献管理软件导入';

/**
 * A file beside a document's page that holds it in another form: its text, or for citation managers a reference to it.
 * @param ending what the names of its files end in
 * @param name what the link to it says
 * @param opens what the archive's 说明 says of it: which program opens it
 */
const form = (
  ending: string,
  name: string,
  mediaType: string,
  opens: string,
  write: (site: ValidLibrary, document: Entry) => string,
) => ({ ending, name, isText: opens !== MANAGERS, mediaType, opens, write });

const referenceIn =
  (style: (reference: Reference) => string) => (site: ValidLibrary, document: Entry) =>
    style(referenceTo(site, document));
const CSL = 'application/vnd.citationstyles.csl+json';

export const DOCUMENT_FILES = [
  form('txt', '纯文本', 'text/plain', EDITOR, (_, document) => plainText(document)),
  form('md', 'Markdown', 'text/markdown', EDITOR, markdown),
  form(AKOMA_NTOSO, 'Akoma Ntoso', 'application/akn+xml', LAWYERS, akomaNtoso),
  form('bib', 'BibTeX', 'application/x-bibtex', MANAGERS, referenceIn(bibtex)),
  form('ris', 'RIS', 'application/x-research-info-systems', MANAGERS, referenceIn(ris)),
  form('csl.json', 'CSL-JSON', CSL, MANAGERS, referenceIn(cslJson)),
];

/** A file that is asked for twice, to be written and for its checksum in the package, is made once. */
function madeOnce(one: ExportedFile): ExportedFile {
  let made: ReturnType<ExportedFile['content']> | undefined;
  return { ...one, content: () => (made ??= one.content()) };
}

/** Every file of data but the package: those in the folder `data/`, and the JSON beside every page. */
const dataFiles = (site: ValidLibrary): ExportedFile[] => [
  ...TABLES.map((table) =>
    file(tablePath(table.name), 'text/csv', () => csvOf(table, site.library), {
      title: table.title,
      table,
    }),
  ),
  file('data/graph.json', 'application/json', () => graphJson(site), {
    title: '全部条目和它们之间的关系',
    schema: schemaPath('graph'),
  }),
  file('data/graph.graphml', 'application/graphml+xml', () => graphMl(site), {
    title: '同上，GraphML（Gephi、Cytoscape、yEd）',
  }),
  file('data/texts.jsonl.gz', 'application/gzip', () => textsFile(site.library), {
    title: '全部正文，逐段，一行一个条目（JSON Lines，gzip 压缩）',
    schema: schemaPath('texts'),
  }),
  schemaFile('entry', '一个条目', z.union(COLLECTIONS.map(recordSchema))),
  schemaFile('graph', '条目和它们之间的关系', graphSchema),
  schemaFile('texts', '一个条目的正文，一行', lineSchema),
  ...[...site.library.entries.values()].map((entry) =>
    file(pathBeside(entry, 'json'), 'application/json', () => recordText(site.library, entry), {
      schema: schemaPath('entry'),
    }),
  ),
];

/** In the order in which the page 数据 lists those with a title. */
export function exportedFiles(site: ValidLibrary): ExportedFile[] {
  const { library, config } = site;
  const { address } = config;
  const data = dataFiles(site).map(madeOnce);
  const former = formerKeys(library);
  return [
    file('datapackage.json', 'application/json', () => dataPackage(site, data), {
      title: '数据包说明（Frictionless Data Package）：每个文件的大小、SHA-256 和每张表的字段',
    }),
    ...data,
    file(bookPath, 'application/epub+zip', () => book(site), {
      title: '整个文库的电子书，EPUB 3',
    }),
    hasFeed(site) &&
      file('atom.xml', 'application/atom+xml', () => atom(site), {
        title: '新增和更新，Atom 订阅源',
      }),
    file('llms.txt', 'text/plain', () => llms(site), { title: '全库目录，供程序和语言模型读' }),
    file(WEB_MANIFEST, 'application/manifest+json', () => webManifest(config)),
    file('robots.txt', 'text/plain', () => robots(config)),
    // These two hold whole addresses only.
    address && file('sitemap.xml', 'application/xml', () => sitemap(library, address)),
    address &&
      file('opensearch.xml', 'application/opensearchdescription+xml', () =>
        openSearch(config, address),
      ),
    former.length > 0 && file('_redirects', 'text/plain', () => redirects(site)),
    ...documentsOf(library).flatMap((document) =>
      DOCUMENT_FILES.map(({ ending, mediaType, write }) =>
        file(pathBeside(document, ending), mediaType, () => write(site, document)),
      ),
    ),
    ...former.map((one) => file(`${one.key}.html`, 'text/html', () => formerPage(site, one))),
  ].flatMap((one) => one || []);
}
