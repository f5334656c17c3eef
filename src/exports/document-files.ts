/**
 * The files beside a document's page that hold it in other forms. This list is the only place that a form is named in: the
 * links on its page and in its head, the page 数据, the archive's 说明 and the addresses themselves are made from it.
 */
import type { ValidLibrary } from '../content/read-library.ts';
import type { Entry } from '../library/types.ts';
import { referenceTo } from '../views/citation/citation.ts';
import { bibtex, cslJson, ris } from '../views/citation/reference-formats.ts';
import { akomaNtoso } from './akoma-ntoso/akoma-ntoso.ts';
import { ENDING as AKOMA_NTOSO } from './akoma-ntoso/blocks.ts';
import { markdown } from './markdown.ts';
import { plainText } from './plain-text.ts';

export interface DocumentFile {
  /** What the names of its files end in. */
  ending: string;
  /** What the link to it says. */
  name: string;
  /** The whole text again, or only a reference to it. */
  kind: 'text' | 'reference';
  mediaType: string;
  /** What the archive's 说明 says of it: which program opens it. */
  opens: string;
  write: (site: ValidLibrary, document: Entry) => string;
}

const MANAGERS = '用 Zotero、EndNote、NoteExpress 等文献管理软件导入';

export const DOCUMENT_FILES: readonly DocumentFile[] = [
  {
    ending: 'txt',
    name: '纯文本',
    kind: 'text',
    mediaType: 'text/plain',
    opens: '用任何文本编辑器打开',
    write: (_, document) => plainText(document),
  },
  {
    ending: 'md',
    name: 'Markdown',
    kind: 'text',
    mediaType: 'text/markdown',
    opens: '用任何文本编辑器打开',
    write: markdown,
  },
  {
    ending: AKOMA_NTOSO,
    name: 'Akoma Ntoso',
    kind: 'text',
    mediaType: 'application/akn+xml',
    opens: '法律文件的国际标准格式（OASIS LegalDocML），供法律信息系统导入',
    write: akomaNtoso,
  },
  {
    ending: 'bib',
    name: 'BibTeX',
    kind: 'reference',
    mediaType: 'application/x-bibtex',
    opens: MANAGERS,
    write: (site, document) => bibtex(referenceTo(site, document)),
  },
  {
    ending: 'ris',
    name: 'RIS',
    kind: 'reference',
    mediaType: 'application/x-research-info-systems',
    opens: MANAGERS,
    write: (site, document) => ris(referenceTo(site, document)),
  },
  {
    ending: 'csl.json',
    name: 'CSL-JSON',
    kind: 'reference',
    mediaType: 'application/vnd.citationstyles.csl+json',
    opens: MANAGERS,
    write: (site, document) => cslJson(referenceTo(site, document)),
  },
];
