/** Quotations by position: where on the quoted page the words stand that another page quotes. */
import type { QuotationRow } from './page-table.ts';
import type { PlacedPage } from './place-page.ts';

/** Positions of a range of a unit's text, or nothing when the page has no such unit. */
function range(
  page: PlacedPage,
  unit: string,
  start: number,
  end: number,
): [from: number, to: number] | undefined {
  for (const { stretch, folded, position } of page.stretches) {
    let offset = 0;
    for (const { id, text } of stretch) {
      if (id === unit) {
        const before = (at: number) =>
          [...folded.text.slice(0, lowerBound(folded.starts, offset + at))].length;
        return [position + before(start), position + before(end)];
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

/** @param numberOf the number of the page at a path */
export function placeQuotations(
  pages: PlacedPage[],
  numberOf: (url: string) => number | undefined,
): QuotationRow[] {
  return pages.flatMap(({ record }, quoting) =>
    record.quotations.flatMap(({ url, unit, start, end, anchor }): QuotationRow[] => {
      const quoted = numberOf(url);
      const place = quoted === undefined ? undefined : range(pages[quoted]!, unit, start, end);
      return place ? [[quoted!, ...place, quoting, anchor, unit]] : [];
    }),
  );
}
