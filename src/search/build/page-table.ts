/** What a search must know of all pages before it has read any: filters, dates, which quote which. In columns. */
import { FILTERS, type FilterName, type PageRecord } from './records/record.ts';

/**
 * A quotation: the quoted page, the positions of the words there, the page that quotes, the anchors there and of the quoted
 * unit, and how far the unit reaches before and after the words.
 */
export type QuotationRow = [
  quoted: number,
  from: number,
  to: number,
  quoting: number,
  anchor: string,
  unit: string,
  before: number,
  after: number,
];

/** Columns have a cell a page, in the order of the pages' numbers. */
export interface PageTable {
  /** The values of each filter, and of each page the numbers of its own. */
  filters: Record<FilterName, { values: string[]; pages: number[][] }>;
  /** As a number to sort by: 20210520, 20210300; 0 where none is known. */
  dates: number[];
  /** 1 where the page holds an official text. */
  official: number[];
  /** Of a page that quotes: up to which position its title, summary and figures reach, which say again what it quotes. */
  restated: number[];
  quotations: QuotationRow[];
}

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

/**
 * @param records in the order of their numbers
 * @param restated and quotations: see `PageTable`
 */
export function pageTable(
  records: PageRecord[],
  restated: number[],
  quotations: QuotationRow[],
): PageTable {
  const filters = Object.fromEntries(
    FILTERS.map(({ name, of }) => [name, column(records, of)]),
  ) as PageTable['filters'];
  return {
    filters,
    dates: records.map(({ date }) => sortableDate(date)),
    official: records.map(({ official }) => Number(official)),
    restated,
    quotations,
  };
}
