/** Relations: which words show that one entry concerns another. */
import { compact } from './names.ts';
import { findQuotation } from './quotations.ts';
import type { Entry, EntryKey, Quotation, Relation } from './types.ts';

/** Whether a text names an entry. */
const names = (text: string, entry: Entry): boolean => {
  const words = compact(text);
  return [entry.title, ...entry.aliases].some((name) => words.includes(compact(name)));
};

/**
 * The words to cite for a relation: those that the author gave; else the entry's evidence that names
 * the other, else the evidence whose paragraph does, else the first.
 * @returns undefined for an entry without evidence
 */
export function quotationFor(
  entry: Entry,
  { to, quotation }: Relation,
  entries: ReadonlyMap<EntryKey, Entry>,
): Quotation | undefined {
  const other = entries.get(to);
  if (quotation || !other) return quotation ?? entry.evidence[0];
  const paragraphNames = ({ in: key, quote }: Quotation): boolean => {
    const document = entries.get(key);
    const text = document && findQuotation(document, quote)?.block.text;
    return text !== undefined && names(text, other);
  };
  return (
    entry.evidence.find(({ quote }) => names(quote, other)) ??
    entry.evidence.find(paragraphNames) ??
    entry.evidence[0]
  );
}
