/** The documents' own texts in the data package, where the library has them as gzip files beside the pages. */
import {
  alternateFile,
  documentsOf,
  isCompressed,
  TEXT_TYPES,
  type TextForm,
} from '../documents.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import type { Resource } from './data-package.ts';

const TEXTS: [form: TextForm, about: Pick<Resource, 'name' | 'title'>][] = [
  ['text', { name: 'texts', title: '每份文件的全文，一段一行' }],
  [
    'akomaNtoso',
    {
      name: 'akoma-ntoso',
      title: '每份文件的全文，各段带网页上的锚（Akoma Ntoso）',
    },
  ],
];

/** @returns for each form one resource of many files, which gzip itself has checksums of; none where they are no gzip files */
export function textResources({ library, config }: ValidLibrary): Resource[] {
  const documents = documentsOf(library);
  if (documents.length === 0) return [];
  return TEXTS.filter(([form]) => isCompressed(config, form)).map(([form, about]) => ({
    ...about,
    mediatype: TEXT_TYPES[form],
    path: documents.map((document) => alternateFile(config, document, form)),
    compression: 'gz',
    encoding: 'utf-8',
  }));
}
