/** Pieces of text put into the cells of a ruled grid; tables that a page cut put together again. Pure. */
import { joinCut, type ReceivedTable } from '../received.ts';
import { linesOf, type PdfPiece } from './pdf-lines.ts';
import type { Grid } from './pdf-rules.ts';

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
