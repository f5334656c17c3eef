/** CSL-JSON (citeproc-js): what Zotero, Pandoc and word processors' plug-ins read. */
import type { Reference } from './reference.ts';

/**
 * A body is a name that is not taken apart (`literal`). The type is `legislation`, the one of official documents
 * that the CSL style of GB/T 7714—2015 marks [A], or [A/OL] where there is an address.
 * @returns a list of one item
 */
export function cslJson(reference: Reference): string {
  const { id, issuers, title, number, date, url, language, place } = reference;
  const item = {
    id,
    type: 'legislation',
    title,
    author: issuers.length > 0 ? issuers.map((literal) => ({ literal })) : undefined,
    number,
    issued: date.length > 0 ? { 'date-parts': [date] } : undefined,
    page: place,
    URL: url,
    language,
  };
  return `${JSON.stringify([item], null, 1)}\n`;
}
