/** The tables of a PDF's pages: ruled lines from the drawing operators, the grids that they make, the text in their cells. Pure. */
import { joinCut, type ReceivedTable } from '../received.ts';
import { linesOf, type PdfPiece } from './pdf-lines.ts';

/** a, b, c, d, e, f of PDF: x is ax + cy + e, y is bx + dy + f. */
export type Matrix = [number, number, number, number, number, number];

export const times = ([a, b, c, d, e, f]: Matrix, n: Matrix): Matrix => [
  a * n[0] + c * n[1],
  b * n[0] + d * n[1],
  a * n[2] + c * n[3],
  b * n[2] + d * n[3],
  a * n[4] + c * n[5] + e,
  b * n[4] + d * n[5] + f,
];

/** What a path takes up: left, lower, right and upper edge. */
type Box = [left: number, low: number, right: number, high: number];

/** The operators of a page as pdf.js lists them, and the codes of those that matter here. */
export interface Drawing {
  fnArray: number[];
  argsArray: unknown[];
}
type Operators = Record<
  'save' | 'restore' | 'transform' | 'constructPath' | 'fill' | 'eoFill' | 'endPath',
  number
>;

/** Thinner is a line, also where it is drawn as an area. */
const THIN = 3;

export interface Grid {
  /** Edges of the columns from left to right, of the rows from top to bottom. */
  xs: number[];
  ys: number[];
}

/** @returns the values in order, of those that are nearer than a line is thick the first */
function distinct(values: number[]): number[] {
  const kept: number[] = [];
  for (const value of values.toSorted((a, b) => a - b))
    if (value - (kept.at(-1) ?? -Infinity) > THIN) kept.push(value);
  return kept;
}

/**
 * The edges of an area that is only filled are not drawn, nor are those of a path that only cuts off what is outside: a browser
 * prints each page so.
 * @param page how the page is turned
 * @returns every grid of at least two columns and a row that is drawn, from top to bottom: upright lines that stand level, and
 *   what crosses them
 */
export function gridsIn(
  { fnArray, argsArray }: Drawing,
  ops: Operators,
  page: Matrix = [1, 0, 0, 1, 0, 0],
): Grid[] {
  const upright: { x: number; low: number; high: number }[] = [];
  const level: number[] = [];
  const stack: Matrix[] = [];
  let at = page;
  const add = ([x, y, right, top]: Box, filled: boolean): void => {
    const corners = [times(at, [1, 0, 0, 1, x, y]), times(at, [1, 0, 0, 1, right, top])];
    const [low = 0, high = 0] = corners.map((corner) => corner[5]).sort((a, b) => a - b);
    const xs = corners.map((corner) => corner[4]).sort((a, b) => a - b);
    const [isWide, isHigh] = [xs[1]! - xs[0]! > THIN, high - low > THIN];
    if (filled && isWide && isHigh) return;
    if (isHigh) for (const x of isWide ? xs : xs.slice(0, 1)) upright.push({ x, low, high });
    if (isWide) level.push(...(isHigh ? [low, high] : [low]));
  };
  fnArray.forEach((fn, i) => {
    if (fn === ops.save) stack.push(at);
    else if (fn === ops.restore) at = stack.pop() ?? at;
    else if (fn === ops.transform) at = times(at, argsArray[i] as Matrix);
    else if (fn === ops.constructPath) {
      const [painting, , box] = argsArray[i] as [number, unknown, Box | null];
      if (box && painting !== ops.endPath)
        add(box, painting === ops.fill || painting === ops.eoFill);
    }
  });
  const bands: { low: number; high: number; xs: number[] }[] = [];
  for (const { x, low, high } of upright.sort((a, b) => a.low - b.low)) {
    const band = bands.at(-1);
    if (band && low <= band.high + THIN) {
      band.high = Math.max(band.high, high);
      band.xs.push(x);
    } else bands.push({ low, high, xs: [x] });
  }
  return bands
    .map(({ low, high, xs }) => ({
      xs: distinct(xs),
      ys: distinct(level.filter((y) => y >= low - THIN && y <= high + THIN)).reverse(),
    }))
    .filter(({ xs, ys }) => xs.length >= 3 && ys.length >= 2)
    .reverse();
}

/** @returns between which edges a value stands, or -1 */
const placeIn = (edges: number[], value: number): number =>
  edges.findIndex((edge, i) => {
    const next = edges[i + 1] ?? NaN;
    return value >= Math.min(edge, next) - 1 && value <= Math.max(edge, next) + 1;
  });

/** @returns the tables of a page from top to bottom, and the pieces that stand in none; a grid with text in one column is a frame */
export function tablesIn(
  grids: Grid[],
  pieces: PdfPiece[],
): { tables: { top: number; table: ReceivedTable }[]; free: PdfPiece[] } {
  let free = pieces;
  const tables = grids.flatMap((grid) => {
    const cells = grid.ys.slice(1).map(() => grid.xs.slice(1).map((): PdfPiece[] => []));
    const outside = free.filter((piece) => {
      const row = cells[placeIn(grid.ys, piece.y + piece.size * 0.35)];
      return !row?.[placeIn(grid.xs, piece.x + Math.min(piece.width, piece.size) / 2)]?.push(piece);
    });
    const textOf = (cell: PdfPiece[]): string =>
      linesOf(cell, 0).reduce((text, line) => joinCut(text, line.text.trim()), '');
    const rows = cells.map((row) => row.map(textOf)).filter((row) => row.some(Boolean));
    if (grid.xs.filter((_, i) => rows.some((row) => row[i])).length < 2) return [];
    free = outside;
    const table: ReceivedTable = { kind: 'table', rows, merged: 0 };
    return [{ top: grid.ys[0]!, table }];
  });
  return { tables, free };
}

/**
 * Goes on a table with what stands at the head of the next page, whose first row may be printed again.
 * @returns the words of that row, and those of the row after it where its first cell is empty: a page may have cut it
 */
export function goOnTable(
  last: ReceivedTable,
  { rows }: ReceivedTable,
): { again: string; rest: string } {
  const isAgain = rows[0]!.join('\n') === last.rows[0]!.join('\n');
  const added = isAgain ? rows.slice(1) : rows;
  last.rows.push(...added);
  const rest = added[0]?.[0] === '' ? added[0].join('') : '';
  return { again: isAgain ? rows[0]!.join('') : '', rest };
}
