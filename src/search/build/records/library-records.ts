/**
 * What search knows of a library, taken from its graph: a record for the page of every entry, with the page's own
 * anchors, labels and words. `tests/site/search-records.test.ts` holds the records to the built pages.
 */
import type { Entry, Library } from '../../../library/types.ts';
import { isDocument } from '../../../views/known-fields.ts';
import { pagePath } from '../../../views/urls.ts';
import { evidenceOf, quotationsOf } from './evidence.ts';
import { stretchesOf } from './page-texts.ts';
import { particularsOf } from './particulars.ts';
import type { PageRecord } from './record.ts';

const recordOf = (library: Library, entry: Entry): PageRecord => ({
  url: pagePath(entry.key),
  title: entry.title,
  ...particularsOf(library, entry),
  official: isDocument(entry),
  stretches: stretchesOf(library, entry),
  quotations: quotationsOf(library, entry),
  evidence: evidenceOf(library, entry),
});

/** The records of a library, a page each, in the order of its entries. */
export const recordsOf = (library: Library): PageRecord[] =>
  [...library.entries.values()].map((entry) => recordOf(library, entry));
