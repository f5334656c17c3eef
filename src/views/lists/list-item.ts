/** An entry as a list shows it: its name, its particulars, its one sentence. */
import type { Entry, Library } from '../../library/types.ts';
import { issuerNames } from '../citation/citation.ts';
import { dateLabel } from '../wording/dates.ts';
import { isHonour, knownField, listField, numberText } from '../known-fields.ts';
import { UNKNOWN } from '../wording/labels.ts';
import { href, pagePath, type Href, type SitePath } from '../urls.ts';

export interface ListItem {
  title: string;
  href: Href;
  /** Number, issuer, date and the like; what is not known is said to be so. */
  facts: { text: string; unknown: boolean }[];
  summary?: string;
}

function factsOf(library: Library, entry: Entry): ListItem['facts'] {
  const validity = knownField(entry, 'validity')?.text;
  const facts: [text: string | undefined, field?: string][] = [
    [numberText(entry), '文号'],
    [issuerNames(library, entry).join('、') || knownField(entry, 'issuers')?.text, '发文机关'],
    [dateLabel(entry), '日期'],
    [validity && (validity === UNKNOWN ? `有效性${UNKNOWN}` : validity), '有效性'],
    [entry.collection === 'clusters' ? listField(entry, 'fields').join('、') : undefined],
  ];
  const said = facts.some(([text]) => text);
  const expected = said && entry.collection === 'policies' && !isHonour(entry);
  return facts.flatMap(([text, field]): ListItem['facts'] =>
    text
      ? [{ text, unknown: false }]
      : expected && field
        ? [{ text: `${field}${UNKNOWN}`, unknown: true }]
        : [],
  );
}

/** An entry as a list on this page shows it. */
export const listItem = (library: Library, page: SitePath, entry: Entry): ListItem => ({
  title: entry.title,
  href: href(page, pagePath(entry.key)),
  facts: factsOf(library, entry),
  summary: entry.summary,
});

const encoder = new TextEncoder();
/** The markup around an item, and around each fact and word of it. */
const MARKUP = 120;
const A_FACT = 20;

/** About how many bytes an item of a list takes on a page. */
export function listWeight(library: Library, entry: Entry): number {
  const facts = factsOf(library, entry);
  const words = [entry.title, entry.summary ?? '', ...facts.map(({ text }) => text)].join('');
  return MARKUP + A_FACT * facts.length + encoder.encode(words).length;
}
