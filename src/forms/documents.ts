/** The entries that have text of their own, and so forms of their own. */
import type { Entry, Library } from '../library/types.ts';
import { isDocument } from '../site/known-fields.ts';
import { sitePath, type SitePath } from '../site/urls.ts';

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

/** The size of the pictures, in pixels. */
export const PICTURE_WIDTH = 1200;
export const PICTURE_HEIGHT = 630;

/** The picture of every page that is no document's. */
export const libraryPicture = sitePath('library.png');

/** The documents of a library, in the order of its lists. */
export const documentsOf = (library: Library): Entry[] =>
  [...library.entries.values()].filter(isDocument);

/** The file of a document in another form, beside its page: `policies/plan.txt`. */
export const alternatePath = (document: Entry, form: keyof typeof ENDINGS): SitePath =>
  sitePath(`${document.key}.${ENDINGS[form]}`);
