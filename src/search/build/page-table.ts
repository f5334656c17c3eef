/** The table of pages: filters, dates, which page quotes which. Quotations are told by position. */
import {
  FILTERS,
  type PageRecord,
  type PageTable,
  type QuotationRow,
} from '../format/index-files.ts';
import { positionAt, type PlacedPage } from './place-texts.ts';

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

const RESTATES = /^(?:title|summary|figure-\d+|target-\d+|award-\d+)$/u;

/** Up to which position the title, summary and figures of a page reach that quotes others; 0 for one that does not. */
export function summaryEnd({ record, texts, length }: PlacedPage): number {
  if (record.official || record.quotations.length === 0) return 0;
  const other = texts.find(({ units }) => !units.every(({ id }) => RESTATES.test(id)));
  return other?.position ?? length;
}

function quotationRows(pages: PlacedPage[]): QuotationRow[] {
  const numbers = new Map(pages.map(({ record }, number) => [record.url, number]));
  return pages.flatMap(({ record }, quoting) =>
    record.quotations.flatMap(({ url, unit, start, end, anchor }): QuotationRow[] => {
      const quoted = numbers.get(url);
      for (const text of pages[quoted ?? -1]?.texts ?? []) {
        const found = text.units.find(({ id }) => id === unit);
        if (!found) continue;
        const at = (offset: number) => positionAt(text, found.offset + offset);
        const [from, to] = [at(start), at(end)];
        const [before, after] = [from - at(0), at(found.text.length) - to];
        return [[quoted!, from, to, quoting, anchor, unit, before, after]];
      }
      return [];
    }),
  );
}

/**
 * @param pages in the order of their numbers; of a page that no other quotes, its texts are not looked at
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
