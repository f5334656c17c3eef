/** The references of documents as files to download, beside their pages. */
import { documentsOf, twinPath } from '../documents.ts';
import type { Form } from '../form.ts';
import { bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import { referenceTo } from './reference.ts';
import { ris } from './ris.ts';

export const citationFiles: Form = {
  name: '引文',
  makes: (path) => /\.(?:bib|ris|csl\.json)$/u.test(path),
  *files(site) {
    for (const document of documentsOf(site.library)) {
      const reference = referenceTo(site, document);
      yield [twinPath(document, 'bibtex'), bibtex(reference)];
      yield [twinPath(document, 'ris'), ris(reference)];
      yield [twinPath(document, 'cslJson'), cslJson(reference)];
    }
  },
};
