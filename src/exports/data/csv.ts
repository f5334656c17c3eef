/**
 * Tables as CSV (RFC 4180), with a byte-order mark so that spreadsheets read Chinese, and with cells that a spreadsheet
 * would take for a formula kept as text by a leading `'` (OWASP, “CSV Injection”). Written by csv-stringify (MIT, no
 * dependencies), which does both; Papa Parse guards formulas too, but leaves the mark to its caller.
 */
import { stringify } from 'csv-stringify/sync';
import { withoutControlCharacters } from '../../text/safe-text.ts';

/** What may stand in a cell: undefined is an empty cell, a list is joined by 、 */
export type Cell = string | number | boolean | string[] | undefined;

/**
 * @param header names of the columns
 * @param rows as many cells each
 * @returns the file's text; a boolean is 是 or 否
 */
export function toCsv(header: string[], rows: Cell[][]): string {
  return stringify(
    [
      header,
      ...rows.map((row) => row.map((cell) => (Array.isArray(cell) ? cell.join('、') : cell))),
    ],
    {
      bom: true,
      escape_formulas: true,
      record_delimiter: 'windows',
      quoted_match: /[\r\n]/u,
      cast: {
        string: withoutControlCharacters,
        boolean: (value) => (value ? '是' : '否'),
        number: (value) => ({ value: String(value), escape_formulas: false }),
      },
    },
  );
}
