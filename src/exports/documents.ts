/** The entries that have text of their own, and so forms of their own. */
import type { Entry, Library } from '../library/types.ts';
import type { LibraryConfig } from '../content/schemas/library.ts';
import { isDocument } from '../views/known-fields.ts';
import { sitePath, type SitePath } from '../views/urls.ts';

/** Endings of the files beside a document's page, by form. */
export const ENDINGS = {
  text: 'txt',
  markdown: 'md',
  akomaNtoso: 'akn.xml',
  bibtex: 'bib',
  ris: 'ris',
  cslJson: 'csl.json',
  picture: 'png',
} as const;

export type FormName = keyof typeof ENDINGS;

/** The forms that are the text again, and that a library with `compressedForms` has as gzip files: what their files are. */
export const TEXT_TYPES = {
  text: 'text/plain',
  markdown: 'text/markdown',
  akomaNtoso: 'application/akn+xml',
} as const;

export type TextForm = keyof typeof TEXT_TYPES;

type Compressed = Pick<LibraryConfig, 'compressedForms'>;

/** Whether a library has a form as gzip files. */
export const isCompressed = ({ compressedForms = false }: Compressed, form: FormName): boolean =>
  compressedForms && form in TEXT_TYPES;

/** What a link to a text in one of its forms leads to. */
export const linkedType = (config: Compressed, form: TextForm): string =>
  isCompressed(config, form) ? 'application/gzip' : TEXT_TYPES[form];

/** What the names of a form's files end in. */
export const endingOf = (config: Compressed, form: FormName): string =>
  ENDINGS[form] + (isCompressed(config, form) ? '.gz' : '');

/** The size of the pictures, in pixels. */
export const PICTURE_WIDTH = 1200;
export const PICTURE_HEIGHT = 630;

/** The picture of every page that is no document's. */
export const libraryPicture = sitePath('library.png');

/** The documents of a library, in the order of its lists. */
export const documentsOf = (library: Library): Entry[] =>
  [...library.entries.values()].filter(isDocument);

/** The lasting address of a document in another form, beside its page: `policies/plan.txt`. */
export const alternatePath = (document: Entry, form: FormName): SitePath =>
  sitePath(`${document.key}.${ENDINGS[form]}`);

/** The file that has it, which is what links lead to: `policies/plan.txt`, or `policies/plan.txt.gz`. */
export const alternateFile = (config: Compressed, document: Entry, form: FormName): SitePath =>
  sitePath(`${document.key}.${endingOf(config, form)}`);
