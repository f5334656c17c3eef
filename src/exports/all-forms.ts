/** Every form of the library, in the order in which they are written. */
import { citationFiles } from './citation-styles/citation-files.ts';
import { bookForm } from './epub/book.ts';
import { feeds } from './feeds/feeds.ts';
import { formerAddresses } from './addresses/former-pages.ts';
import { akomaNtosoTexts } from './akoma-ntoso/akoma-ntoso.ts';
import type { Form } from './form.ts';
import { markdownTexts } from './plain-text/markdown.ts';
import { pictures } from './pictures/pictures.ts';
import { plainTexts } from './plain-text/plain-text.ts';

export const FORMS: readonly Form[] = [
  plainTexts,
  markdownTexts,
  akomaNtosoTexts,
  citationFiles,
  bookForm,
  pictures,
  feeds,
  formerAddresses,
];

/** Whether a file of the site is a form: taken away one by one, and so not kept with the pages offline. */
export const isForm = (path: string): boolean => FORMS.some((form) => form.makes(path));
