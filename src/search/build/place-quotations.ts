/** Quotations by position: where on the quoted page the words stand that another page quotes. */
import type { QuotationRow } from './page-table.ts';
import type { PageRecord, QuotedRange } from './records/record.ts';
import type { PlacedPage } from './place-page.ts';

/** Positions of a range of a unit's text, and of the unit, or nothing when the page has no such unit. */
function range(
  page: PlacedPage,
  unit: string,
  start: number,
  end: number,
): { from: number; to: number; unitFrom: number; unitTo: number } | undefined {
  for (const { stretch, folded, position } of page.stretches) {
    let offset = 0;
    for (const { id, text } of stretch) {
      if (id === unit) {
        const positionAt = (at: number) =>
          position + [...folded.text.slice(0, lowerBound(folded.starts, offset + at))].length;
        return {
          from: positionAt(start),
          to: positionAt(end),
          unitFrom: positionAt(0),
          unitTo: positionAt(text.length),
        };
      }
      offset += text.length + 1;
    }
  }
  return undefined;
}

/** How many of these ascending numbers are smaller. */
function lowerBound(numbers: number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

const RESTATES = /^(?:title|summary|figure-\d+|target-\d+|award-\d+)$/u;

/** Up to which position the title, summary and figures of a page reach that quotes others; 0 for one that does not. */
export function restatedLength({ record, stretches }: PlacedPage): number {
  if (record.official || record.evidence.length === 0) return 0;
  const other = stretches.find(({ stretch }) => !stretch.every(({ id }) => RESTATES.test(id)));
  return (
    other?.position ??
    stretches.reduce((end, { points, position }) => Math.max(end, position + points.length), 0)
  );
}

/** What a page quotes; and of units that it has facts from and does not quote, no word and no anchor. */
const quotedOf = ({ quotations, evidence }: PageRecord): QuotedRange[] => [
  ...quotations,
  ...evidence
    .filter(
      (one, at) =>
        evidence.findIndex(({ unit, url }) => unit === one.unit && url === one.url) === at,
    )
    .filter((one) => !quotations.some(({ unit, url }) => unit === one.unit && url === one.url))
    .map((one) => ({ ...one, anchor: '', start: 0, end: 0 })),
];

/** @param numberOf the number of the page at a path */
export function placeQuotations(
  pages: PlacedPage[],
  numberOf: (url: string) => number | undefined,
): QuotationRow[] {
  return pages.flatMap(({ record }, quoting) =>
    quotedOf(record).flatMap(({ url, unit, start, end, anchor }): QuotationRow[] => {
      const quoted = numberOf(url);
      const place = quoted === undefined ? undefined : range(pages[quoted]!, unit, start, end);
      if (!place) return [];
      const { from, to, unitFrom, unitTo } = place;
      return [[quoted!, from, to, quoting, anchor, unit, from - unitFrom, unitTo - to]];
    }),
  );
}
