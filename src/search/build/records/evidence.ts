/** What an entry's page quotes, and what its facts rest on: words of documents, and found as theirs. */
import type { Entry, Library } from '../../../library/types.ts';
import { evidencePassages, quotedPassages } from '../../../views/entry/evidence.ts';
import { isDocument } from '../../../views/known-fields.ts';
import { passageRuns } from '../../../views/passages/passage-runs.ts';
import { pagePath } from '../../../views/urls.ts';
import type { EvidenceUnit, QuotedRange } from './record.ts';

/** The words of documents that an entry's page shows as its evidence. */
export function quotationsOf(library: Library, entry: Entry): QuotedRange[] {
  return quotedPassages(library, entry).map((passage, at) => {
    const shown = passageRuns(passage, [])
      .map(({ text }) => text)
      .filter((text) => text !== '……')
      .join('');
    const start = passage.block.text.indexOf(shown, passage.sentenceStart);
    return {
      anchor: `quotation-${at + 1}`,
      url: pagePath(passage.document),
      unit: passage.block.id,
      start,
      end: start + shown.length,
    };
  });
}

/** The blocks of documents that hold an entry's evidence. */
export const evidenceOf = (library: Library, entry: Entry): EvidenceUnit[] =>
  isDocument(entry)
    ? []
    : evidencePassages(library, entry).map(({ document, block }) => ({
        url: pagePath(document),
        unit: block.id,
      }));
