/** The table of pages: filters, dates, which page quotes which. Quotations are told by position. */
import type { PageTable, QuotationRow } from '../format/index-files.ts';
import { FILTERS, type PageRecord, type QuotedRange } from '../format/record.ts';
import { charactersBefore, type PlacedPage } from './assign-positions.ts';

function sortableDate(date: string | undefined): number {
  const [year = '0', month = '00', day = '00'] = (date ?? '').split('-');
  return Number(year || '0') * 10_000 + Number(month) * 100 + Number(day);
}

function column(records: PageRecord[], of: (record: PageRecord) => string[]) {
  const lists = records.map((record) => [...new Set(of(record))]);
  const values = [...new Set(lists.flat())].sort();
  const numbers = new Map(values.map((value, number) => [value, number]));
  return { values, pages: lists.map((list) => list.map((value) => numbers.get(value)!)) };
}

/** Positions of a range of a unit's text, and of the unit; nothing when the page has no such unit. */
function rangeOf(page: PlacedPage, unit: string, start: number, end: number) {
  for (const placed of page.stretches) {
    let offset = 0;
    for (const { id, text } of placed.stretch) {
      if (id === unit) {
        const positionAt = (at: number) => placed.position + charactersBefore(placed, offset + at);
        const [unitFrom, unitTo] = [positionAt(0), positionAt(text.length)];
        return { from: positionAt(start), to: positionAt(end), unitFrom, unitTo };
      }
      offset += text.length + 1;
    }
  }
  return undefined;
}

const RESTATES = /^(?:title|summary|figure-\d+|target-\d+|award-\d+)$/u;

/** Up to which position the title, summary and figures of a page reach that quotes others; 0 for one that does not. */
export function summaryEnd({ record, stretches }: PlacedPage): number {
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

function quotationRows(pages: PlacedPage[]): QuotationRow[] {
  const numbers = new Map(pages.map(({ record }, number) => [record.url, number]));
  return pages.flatMap(({ record }, quoting) =>
    quotedOf(record).flatMap(({ url, unit, start, end, anchor }): QuotationRow[] => {
      const quoted = numbers.get(url);
      const range = quoted === undefined ? undefined : rangeOf(pages[quoted]!, unit, start, end);
      if (!range) return [];
      const { from, to, unitFrom, unitTo } = range;
      return [[quoted!, from, to, quoting, anchor, unit, from - unitFrom, unitTo - to]];
    }),
  );
}

/**
 * @param pages in the order of their numbers; of a page that no other quotes, its stretches are not looked at
 * @param restated of each page, as `summaryEnd` tells it
 */
export function pageTable(pages: PlacedPage[], restated: number[]): PageTable {
  const records = pages.map(({ record }) => record);
  const filters = Object.fromEntries(
    FILTERS.map(({ name, of }) => [name, column(records, of)]),
  ) as PageTable['filters'];
  return {
    filters,
    dates: records.map(({ date }) => sortableDate(date)),
    official: records.map(({ official }) => Number(official)),
    restated,
    quotations: quotationRows(pages),
  };
}
