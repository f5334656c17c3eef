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

/** The subpaths of a path, by their points. Codes are those of pdf.js's DrawOPS: move, line, curve (6 or 4 figures), close. */
function subpaths(data: ArrayLike<number>): [x: number, y: number][][] {
  const found: [number, number][][] = [];
  for (let i = 0; i < data.length;) {
    const code = data[i++];
    if (code === 0) found.push([]);
    if (code === 4) continue;
    i += code === 2 ? 6 : code === 3 ? 4 : 2;
    found.at(-1)?.push([data[i - 2]!, data[i - 1]!]);
  }
  return found.filter((points) => points.length > 1);
}

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
  const add = (points: [number, number][], filled: boolean): void => {
    const placed = points.map(([x, y]) => times(at, [1, 0, 0, 1, x, y]));
    const xs = placed.map((point) => point[4]);
    const ys = placed.map((point) => point[5]);
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [low, high] = [Math.min(...ys), Math.max(...ys)];
    const [isWide, isHigh] = [right - left > THIN, high - low > THIN];
    if (filled && isWide && isHigh) return;
    if (isHigh) for (const x of isWide ? [left, right] : [left]) upright.push({ x, low, high });
    if (isWide) level.push(...(isHigh ? [low, high] : [low]));
  };
  fnArray.forEach((fn, i) => {
    if (fn === ops.save) stack.push(at);
    else if (fn === ops.restore) at = stack.pop() ?? at;
    else if (fn === ops.transform) at = times(at, argsArray[i] as Matrix);
    else if (fn === ops.constructPath) {
      const [painting, paths] = argsArray[i] as [number, (ArrayLike<number> | null)[]];
      const filled = painting === ops.fill || painting === ops.eoFill;
      if (painting === ops.endPath) return;
      for (const data of paths) for (const points of subpaths(data ?? [])) add(points, filled);
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

export interface PlacedTable {
  /** Its upper edge. */
  top: number;
  table: ReceivedTable;
}

/** @returns the tables of a page from top to bottom, and the pieces that stand in none; a grid with text in one column is a frame */
export function tablesIn(
  grids: Grid[],
  pieces: PdfPiece[],
): { tables: PlacedTable[]; free: PdfPiece[] } {
  let free = pieces;
  const tables = grids.flatMap((grid): PlacedTable[] => {
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
    return [{ top: grid.ys[0]!, table: { kind: 'table', rows, merged: 0 } }];
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
