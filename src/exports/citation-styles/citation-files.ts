/** The references of documents as files to download, beside their pages. */
import { documentsOf, alternatePath } from '../documents.ts';
import type { Form } from '../form.ts';
import { referenceTo } from '../../views/citation/citation.ts';
import { bibtex, cslJson, ris } from '../../views/citation/reference-formats.ts';

export const citationFiles: Form = {
  name: '引文',
  makes: (path) => /\.(?:bib|ris|csl\.json)$/u.test(path),
  *files(site) {
    for (const document of documentsOf(site.library)) {
      const reference = referenceTo(site, document);
      yield [alternatePath(document, 'bibtex'), bibtex(reference)];
      yield [alternatePath(document, 'ris'), ris(reference)];
      yield [alternatePath(document, 'cslJson'), cslJson(reference)];
    }
  },
};
