/** One entry as data: the JSON that lies beside its page. */
import type { Entry, Library, Quotation } from '../../library/types.ts';
import { isSafeAddress } from '../../text/safe-text.ts';
import { href, homePath, pagePath } from '../../views/urls.ts';

/**
 * The version of the data's form, in every file that has room for it. It follows semver.org: the first number rises
 * when a field goes, or means something else; the second when a field or a file is added; the third when only words
 * that describe them change. It says nothing of the content: the same content gives the same bytes.
 */
export const DATA_VERSION = '1.1.0';

/** @returns where a quotation stands, from the site's root, the page and the paragraph's anchor: `replies/2021-46.html#p3` */
export function place(library: Library, { in: document, quote }: Quotation): string {
  const { block } = library.locate({ in: document, quote });
  return href(homePath, pagePath(document), block.id);
}

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

/** An address that a browser must not follow is left out, whatever has let it in. */
const onlySafe = (name: string, value: unknown): unknown =>
  name === 'url' && !isSafeAddress(String(value)) ? undefined : value;

/** @returns the text of an entry's file */
export const recordText = (library: Library, entry: Entry): string =>
  `${JSON.stringify(entryRecord(library, entry), onlySafe, 1)}\n`;
