/**
 * What search knows of a library, taken from its graph: a record for the page of every entry, with the page's own
 * anchors, labels and words. `tests/site/search-records.test.ts` holds the records to the built pages.
 */
import type { Entry, Library } from '../../library/types.ts';
import { evidencePassages, quotedPassages } from '../../views/entry/evidence.ts';
import { isDocument } from '../../views/known-fields.ts';
import { statingDocuments } from '../../views/measures/measures.ts';
import { passageRuns } from '../../views/passages/passages.ts';
import { pagePath } from '../../views/urls.ts';
import type { EvidenceUnit, PageRecord, QuotedRange } from '../format/record.ts';
import { stretchesOf, titleUnit, tidyOffset } from './page-texts.ts';
import { particularsOf } from './particulars.ts';

/** The words of documents that an entry's page shows as its evidence. */
function quotationsOf(library: Library, entry: Entry): QuotedRange[] {
  return quotedPassages(library, entry).map((passage, at) => {
    const { text, id } = passage.block;
    const shown = passageRuns(passage, [])
      .map((run) => run.text)
      .filter((words) => words !== '……')
      .join('');
    const start = text.indexOf(shown, passage.sentenceStart);
    return {
      anchor: `quotation-${at + 1}`,
      url: pagePath(passage.document),
      unit: id,
      start: tidyOffset(text, start),
      end: tidyOffset(text, start + shown.length),
    };
  });
}

/** The blocks of documents that hold an entry's evidence, and the titles of the documents that its figures name as its own. */
function evidenceOf(library: Library, entry: Entry): EvidenceUnit[] {
  if (isDocument(entry)) return [];
  return [
    ...evidencePassages(library, entry).map(({ document, block }) => ({
      url: pagePath(document),
      unit: block.id,
    })),
    ...statingDocuments(library, entry).map((document) => ({
      url: pagePath(document.key),
      unit: titleUnit(document),
    })),
  ];
}

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
