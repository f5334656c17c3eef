/** One entry as data: the JSON that lies beside its page. */
import type { Entry, EntryKey, Library, Quotation } from '../../library/types.ts';
import { pagePath, sitePath, type SitePath } from '../../views/urls.ts';
import { place } from './places.ts';
import { DATA_VERSION } from './version.ts';

/** `policies/three-year-plan.json`, beside `policies/three-year-plan.html`. */
export const recordPath = (key: EntryKey): SitePath => sitePath(`${key}.json`);

const quotation = (library: Library, cited: Quotation) => ({
  in: cited.in,
  quote: cited.quote,
  place: place(library, cited),
});

/**
 * Everything that the library says of an entry, with the place of every quotation. Its text is not repeated: it stands in
 * the page and in the texts (texts.ts).
 */
export function entryRecord(library: Library, entry: Entry): object {
  const { key, collection, title, aliases, summary, date, dateText, fields } = entry;
  return {
    version: DATA_VERSION,
    key,
    collection,
    page: pagePath(key),
    title,
    aliases,
    summary,
    date,
    dateText,
    ...fields,
    evidence: entry.evidence.map((cited) => quotation(library, cited)),
    awards: entry.awards.map((award) => ({ ...award, place: place(library, award) })),
    targets: entry.targets.map((target) => ({ ...target, place: place(library, target) })),
    relations: library.related(key).map(({ entry: other, field, direction, quotation: cited }) => ({
      with: other.key,
      field,
      direction,
      ...(cited && { evidence: quotation(library, cited) }),
    })),
    external: entry.external,
    laterValidity: entry.laterValidity,
    statements: entry.statements.map((said) => ({ ...said, place: place(library, said) })),
    notes: entry.notes,
  };
}
