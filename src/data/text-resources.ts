/** The documents' own texts in the data package, where the library has them as gzip files beside the pages. */
import { alternateFile, documentsOf, isCompressed, type FormName } from '../forms/documents.ts';
import type { SoundLibrary } from '../reading/read-library.ts';
import type { Resource } from './data-package.ts';

const TEXTS: [form: FormName, about: Pick<Resource, 'name' | 'title' | 'mediatype'>][] = [
  ['text', { name: 'texts', title: '每份文件的全文，一段一行', mediatype: 'text/plain' }],
  [
    'akomaNtoso',
    {
      name: 'akoma-ntoso',
      title: '每份文件的全文，各段带网页上的锚（Akoma Ntoso）',
      mediatype: 'application/akn+xml',
    },
  ],
];

/** @returns for each form one resource of many files, which gzip itself has checksums of; none where they are no gzip files */
export function textResources({ library, config }: SoundLibrary): Resource[] {
  const documents = documentsOf(library);
  if (documents.length === 0) return [];
  return TEXTS.filter(([form]) => isCompressed(config, form)).map(([form, about]) => ({
    ...about,
    path: documents.map((document) => alternateFile(config, document, form)),
    compression: 'gz',
    encoding: 'utf-8',
  }));
}
