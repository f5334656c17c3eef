/** The tables of a PDF's pages: ruled lines from the drawing operators, the grids that they make, the text in their cells. Pure. */
import { joinCut, type ReceivedTable } from '../received.ts';
import { linesOf, type PdfPiece } from './pdf-lines.ts';

export interface Grid {
  /** Edges of the columns from left to right, of the rows from top to bottom. */
  xs: number[];
  ys: number[];
}
type Box = [x0: number, y0: number, x1: number, y1: number];
export type Matrix = [number, number, number, number, number, number];

/** Operators of pdf.js that matter here. */
export interface Operators {
  save: number;
  restore: number;
  transform: number;
  constructPath: number;
  fill: number;
  eoFill: number;
  endPath: number;
}

/** Thinner is a line, also where it is drawn as an area. */
const THIN = 3;

export const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];
const apply = (m: Matrix, x: number, y: number): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

/** One path may hold many lines: each straight stroke, or rectangle, by its bounds. Codes are those of pdf.js's DrawOPS. */
function strokes(data: ArrayLike<number>): Box[] {
  const boxes: Box[] = [];
  let points: [number, number][] = [];
  const close = (): void => {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    if (points.length > 1)
      boxes.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
    points = [];
  };
  for (let i = 0; i < data.length;) {
    const code = data[i++];
    if (code === 0) close();
    if (code === 4) continue;
    const length = code === 2 ? 6 : code === 3 ? 4 : 2;
    points.push([data[i + length - 2]!, data[i + length - 1]!]);
    i += length;
  }
  close();
  return boxes;
}

/**
 * @returns the bounds of every straight thing that is drawn on a page. The edges of an area that is only filled are not
 *   drawn, nor are those of a path that only cuts off what is outside: a browser prints each page so.
 */
export function boxesOf(
  fnArray: number[],
  argsArray: unknown[],
  ops: Operators,
  page: Matrix = [1, 0, 0, 1, 0, 0],
): Box[] {
  const boxes: Box[] = [];
  const stack: Matrix[] = [];
  let at = page;
  fnArray.forEach((fn, i) => {
    if (fn === ops.save) stack.push(at);
    else if (fn === ops.restore) at = stack.pop() ?? at;
    else if (fn === ops.transform) at = times(at, argsArray[i] as Matrix);
    else if (fn === ops.constructPath) {
      const [painting, paths] = argsArray[i] as [number, (ArrayLike<number> | null)[]];
      if (painting === ops.endPath) return;
      const filled = painting === ops.fill || painting === ops.eoFill;
      for (const data of paths)
        for (const [x0, y0, x1, y1] of data ? strokes(data) : []) {
          const [a, b] = apply(at, x0, y0);
          const [c, d] = apply(at, x1, y1);
          const [width, height] = [Math.abs(a - c), Math.abs(b - d)];
          if (filled && width > THIN && height > THIN) continue;
          boxes.push([Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]);
        }
    }
  });
  return boxes;
}

const distinct = (values: number[]): number[] => {
  const kept: number[] = [];
  for (const value of values.toSorted((a, b) => a - b))
    if (kept.length === 0 || value - kept.at(-1)! > THIN) kept.push(value);
  return kept;
};

/**
 * @param boxes as drawn; the larger ones stand for their four edges
 * @returns every grid of at least two columns and a row, from top to bottom
 */
export function gridsOf(boxes: Box[]): Grid[] {
  const upright: { x: number; low: number; high: number }[] = [];
  const level: { y: number; left: number; right: number }[] = [];
  for (const [x0, y0, x1, y1] of boxes) {
    const wide = x1 - x0 > THIN;
    const high = y1 - y0 > THIN;
    if (high)
      upright.push({ x: x0, low: y0, high: y1 }, ...(wide ? [{ x: x1, low: y0, high: y1 }] : []));
    if (wide)
      level.push({ y: y0, left: x0, right: x1 }, ...(high ? [{ y: y1, left: x0, right: x1 }] : []));
  }
  const bands: { low: number; high: number }[] = [];
  for (const { low, high } of upright.toSorted((a, b) => a.low - b.low)) {
    const last = bands.at(-1);
    if (last && low <= last.high + THIN) last.high = Math.max(last.high, high);
    else bands.push({ low, high });
  }
  return bands
    .map(({ low, high }): Grid => {
      const within = (y: number): boolean => y >= low - THIN && y <= high + THIN;
      const xs = distinct(
        upright.filter((one) => within(one.low) && within(one.high)).map(({ x }) => x),
      );
      const ys = distinct(level.filter(({ y }) => within(y)).map(({ y }) => y)).reverse();
      return { xs, ys };
    })
    .filter(({ xs, ys }) => xs.length >= 3 && ys.length >= 2)
    .sort((a, b) => b.ys[0]! - a.ys[0]!);
}

/** @returns the cell that a point is in, or null outside the grid */
function placeIn(edges: number[], value: number, downwards: boolean): number | null {
  for (let i = 0; i + 1 < edges.length; i++) {
    const [from, to] = downwards ? [edges[i + 1]!, edges[i]!] : [edges[i]!, edges[i + 1]!];
    if (value >= from - 1 && value <= to + 1) return i;
  }
  return null;
}

/** @returns row and column of a piece, or null where it does not stand in the grid */
export function cellOf(grid: Grid, piece: PdfPiece): [row: number, column: number] | null {
  const row = placeIn(grid.ys, piece.y + piece.size * 0.35, true);
  const column = placeIn(grid.xs, piece.x + Math.min(piece.width, piece.size) / 2, false);
  return row === null || column === null ? null : [row, column];
}

/** @returns the table, or null where the grid holds no text in two of its columns: a frame, not a table */
export function tableOf(grid: Grid, pieces: PdfPiece[]): ReceivedTable | null {
  const cells = grid.ys.slice(1).map(() => grid.xs.slice(1).map((): PdfPiece[] => []));
  for (const piece of pieces) {
    const place = cellOf(grid, piece);
    if (place) cells[place[0]]![place[1]]!.push(piece);
  }
  const rows = cells
    .map((row) =>
      row.map((cell) =>
        linesOf(cell, 0).reduce((text, line) => joinCut(text, line.text.trim()), ''),
      ),
    )
    .filter((row) => row.some(Boolean));
  const columns = grid.xs.slice(1).filter((_, i) => rows.some((row) => row[i])).length;
  return rows.length > 0 && columns > 1 ? { kind: 'table', rows, merged: 0 } : null;
}

/** A row that a page cut: its first cell is empty, and what it says goes on in cells that had not ended. */
function isRestOf(before: string[], row: string[]): boolean {
  const said = row.flatMap((cell, i) => (cell ? [i] : []));
  return (
    !row[0] &&
    said.length < row.length &&
    said.every(
      (i) => before[i] && !/[。；;！？]$/u.test(before[i]!) && !/^\d+(?:\.\d+)?%?$/u.test(row[i]!),
    )
  );
}

/**
 * Goes on a table with what stands at the head of the next page, whose first row may be printed again.
 * @returns the words of that row, and what an editor should know of a row that the page cut
 */
export function goOnTable(
  last: ReceivedTable,
  next: ReceivedTable,
  page: number,
): { again: string | null; remarks: string[] } {
  const [first] = next.rows;
  const repeated = first !== undefined && JSON.stringify(first) === JSON.stringify(last.rows[0]);
  const rows = repeated ? next.rows.slice(1) : [...next.rows];
  const before = last.rows.at(-1)!;
  const remarks: string[] = [];
  const row = rows[0];
  if (row && isRestOf(before, row)) {
    rows.shift();
    last.rows[last.rows.length - 1] = before.map((cell, i) => joinCut(cell, row[i] ?? ''));
    remarks.push(`第${page}页表格的首行“${row.join('')}”是上一页末行的余文，已接上：请核对。`);
  } else if (row && !row[0])
    remarks.push(
      `第${page}页表格的首行“${row.join('')}”第一格是空的，可能是上一页末行的余文：请核对。`,
    );
  last.rows.push(...rows);
  return { again: repeated ? first.join('') : null, remarks };
}
