/** Tables as CSV (RFC 4180), with a byte-order mark so that spreadsheets read Chinese. */

/** A cell that a spreadsheet would take for a formula is kept as text. */
const guarded = (cell: string): string => (/^[=+@\t\r-]/u.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string =>
  /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/**
 * @param header names of the columns
 * @param rows as many cells each; undefined is an empty cell, a list is joined by 、
 */
export function toCsv(
  header: string[],
  rows: (string | number | string[] | undefined)[][],
): string {
  const line = (cells: (string | number | string[] | undefined)[]): string =>
    cells
      .map((cell) =>
        typeof cell === 'number' ? String(cell) : guarded([cell ?? []].flat().join('、')),
      )
      .map(quoted)
      .join(',');
  return `\uFEFF${[header, ...rows].map(line).join('\r\n')}\r\n`;
}
