/** The files that the page 数据 lists: those of the data, and the forms that are for programs and books. */
import { endingOf, isCompressed, type FormName } from '../documents.ts';
import type { LibraryConfig } from '../../content/schemas/library.ts';
import { bookPath } from '../../views/urls.ts';
import { PACKAGE } from './data-package.ts';
import { dataFilesOf } from './files.ts';

const FILES_OF_DOCUMENT: [form: FormName, what: string][] = [
  ['text', '纯文本'],
  ['markdown', 'Markdown'],
  ['akomaNtoso', 'Akoma Ntoso 1.0（OASIS LegalDocML）'],
  ['bibtex', 'BibTeX 引文'],
  ['ris', 'RIS 引文'],
  ['cslJson', 'CSL-JSON 引文'],
  ['picture', '转发网址时显示的图片'],
];

/** The files beside a document's page, by what their names end in. */
export const filesOfDocument = (config: LibraryConfig): [ending: string, what: string][] =>
  FILES_OF_DOCUMENT.map(([form, what]) => [
    endingOf(config, form),
    isCompressed(config, form) ? `${what}，gzip 压缩` : what,
  ]);

/**
 * @param feed whether the library has a feed
 * @returns the files that speak of the whole library, with the name of their JSON Schema
 */
export function filesOfAll(
  config: LibraryConfig,
  feed: boolean,
): [path: string, what: string, schema?: string][] {
  return [
    [PACKAGE, '数据包说明（Frictionless Data Package）：每个文件的大小、SHA-256 和每张表的字段'],
    ...dataFilesOf(config).map(({ path, title, schema }): [string, string, string?] =>
      schema ? [path, title, schema] : [path, title],
    ),
    [bookPath, '整个文库的电子书，EPUB 3'],
    ...(feed ? [['atom.xml', '新增和更新，Atom 订阅源'] as [string, string]] : []),
    ['llms.txt', '全库目录，供程序和语言模型读'],
  ];
}
