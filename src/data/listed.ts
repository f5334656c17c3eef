/** The files that the page 数据 lists: those of the data, and the forms that are for programs and books. */
import { ENDINGS } from '../forms/documents.ts';
import { bookPath } from '../site/urls.ts';
import { PACKAGE } from './data-package.ts';
import { DATA_FILES } from './files.ts';

/** The files beside a document's page, by ending. */
export const FILES_OF_DOCUMENT: [ending: string, what: string][] = [
  [ENDINGS.text, '纯文本'],
  [ENDINGS.markdown, 'Markdown'],
  [ENDINGS.akomaNtoso, 'Akoma Ntoso 1.0（OASIS LegalDocML）'],
  [ENDINGS.bibtex, 'BibTeX 引文'],
  [ENDINGS.ris, 'RIS 引文'],
  [ENDINGS.cslJson, 'CSL-JSON 引文'],
  [ENDINGS.picture, '转发网址时显示的图片'],
];

/**
 * @param feed whether the library has a feed
 * @returns the files that speak of the whole library, with the name of their JSON Schema
 */
export function filesOfAll(feed: boolean): [path: string, what: string, schema?: string][] {
  return [
    [PACKAGE, '数据包说明（Frictionless Data Package）：每个文件的大小、SHA-256 和每张表的字段'],
    ...DATA_FILES.map(({ path, title, schema }): [string, string, string?] =>
      schema ? [path, title, schema] : [path, title],
    ),
    [bookPath, '整个文库的电子书，EPUB 3'],
    ...(feed ? [['atom.xml', '新增和更新，Atom 订阅源'] as [string, string]] : []),
    ['llms.txt', '全库目录，供程序和语言模型读'],
  ];
}
