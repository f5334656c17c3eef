/** The lines of a PDF's pages: pieces of text put together by where they stand, columns one after the other. Pure. */
import { setWords } from '../received.ts';

/** A piece of text as pdf.js gives it, in points from the lower left corner; `index` says when it was written. */
export interface PdfPiece {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  index: number;
}

interface Edges {
  left: number;
  right: number;
}

export interface PdfLine {
  page: number;
  text: string;
  /** Left and right end, base line, size of its letters. */
  x: number;
  end: number;
  y: number;
  size: number;
  pieces: PdfPiece[];
  /** Its pieces stand far apart: a row of entries, of a table without rules. */
  isRow?: boolean;
  /** Edges of the column that it stands in, where the page has several. */
  column?: Edges | undefined;
}

const endOf = ({ x, width }: PdfPiece): number => x + width;
const isSolid = ({ text }: PdfPiece): boolean => text.trim() !== '';

/** A gap wider than this share of a letter is a space that the file does not hold; only between Latin letters. */
const GAP = 0.2;

function textOf(pieces: PdfPiece[]): string {
  let text = '';
  let end = 0;
  for (const piece of pieces) {
    const gap = (piece.x - end) / piece.size;
    const latin = /[!-~]$/u.test(text) && /^[!-~]/u.test(piece.text);
    if (text && (gap > 1.5 || (latin && gap > GAP)) && !/\s$/u.test(text)) text += ' ';
    text += piece.text;
    end = endOf(piece);
  }
  return text;
}

/** Smaller than this share of the letters beside it, and off their base line, is a superscript or a subscript. */
const SMALL = 0.9;

/** Puts superscripts and subscripts on the base line of the letters that they touch, set as such. */
export function levelled(pieces: PdfPiece[]): PdfPiece[] {
  const bases = pieces.filter(isSolid);
  return pieces.map((piece) => {
    if ([...piece.text.trim()].length > 6) return piece;
    const off = (base: PdfPiece): number => (piece.y - base.y) / base.size;
    const isBehind = (base: PdfPiece): boolean => Math.abs(piece.x - endOf(base)) < base.size * 0.3;
    const near = bases.filter(
      (base) =>
        piece.size < base.size * SMALL &&
        off(base) < 0.7 &&
        off(base) > -0.4 &&
        (isBehind(base) || Math.abs(endOf(piece) - base.x) < base.size * 0.3),
    );
    const base = near.find(isBehind) ?? near[0];
    if (!base) return piece;
    const isLevel = off(base) < 0.15 && off(base) > -0.05;
    const text = isLevel ? piece.text : setWords(piece.text, off(base) > 0 ? 'sup' : 'sub');
    return { ...piece, text, y: base.y, size: base.size };
  });
}

/** Pieces of one base line, from top to bottom, each row from left to right. */
function rowsOf(pieces: PdfPiece[]): PdfPiece[][] {
  const rows: PdfPiece[][] = [];
  for (const piece of pieces.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const sameLine =
      row && Math.abs(row[0]!.y - piece.y) < Math.max(row[0]!.size, piece.size) * 0.4;
    if (sameLine) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x || a.index - b.index));
}

/**
 * @param pieces those of one page, column or cell, in any order
 * @param gap of so many letters or wider parts two lines that stand level
 * @returns their lines from top to bottom; the text keeps the spaces at its end
 */
export function linesOf(
  pieces: PdfPiece[],
  page: number,
  column?: Edges,
  gap = Infinity,
): PdfLine[] {
  return rowsOf(pieces).flatMap((row) => {
    const lines: PdfLine[] = [];
    for (const piece of row) {
      const line = lines.at(-1);
      const apart = line && isSolid(piece) ? (piece.x - line.end) / piece.size : 0;
      if (line && apart < gap) {
        line.pieces.push(piece);
        if (!isSolid(piece)) continue;
        line.end = Math.max(line.end, endOf(piece));
        line.size = Math.max(line.size, piece.size);
        if (apart > 2.2) line.isRow = true;
      } else if (isSolid(piece)) {
        const { x, y, size } = piece;
        lines.push({ page, text: '', x, end: endOf(piece), y, size, pieces: [piece], column });
      }
    }
    for (const line of lines) line.text = textOf(line.pieces);
    return lines;
  });
}

/** What stands between two lines that go across the page, to the left and to the right of a place. */
interface Band {
  left: PdfLine[];
  right: PdfLine[];
}

/** Fewer lines on a side are a signature or a heading, not a column. */
const FEWEST = 3;
/** Narrower than so many letters is a list or a table without rules, not a column. */
const NARROWEST = 8;

const edgesOf = (side: PdfLine[]): Edges => ({
  left: Math.min(...side.map(({ x }) => x)),
  right: Math.max(...side.map(({ end }) => end)),
});

/** Whether many lines of a side go from its one edge to the other. */
function isFull(side: PdfLine[], em: number): boolean {
  const { left, right } = edgesOf(side);
  const full = side.filter(
    ({ x, end }) => x < left + em * 2.5 && end > right - (right - left) * 0.12,
  );
  return right - left > em * NARROWEST && full.length >= side.length * 0.4;
}

/** Whether two sides are columns: lines that fill them, or that the file holds one side after the other. */
function areColumns({ left, right }: Band, em: number): boolean {
  if (left.length < FEWEST || right.length < FEWEST) return false;
  const low = Math.max(left.at(-1)!.y, right.at(-1)!.y);
  const high = Math.min(left[0]!.y, right[0]!.y);
  if (high - low < em * 2) return false;
  if (isFull(left, em) && isFull(right, em)) return true;
  const places = (side: PdfLine[]): number[] => side.map(({ pieces }) => pieces[0]!.index);
  const [one, other] = [places(left), places(right)];
  return Math.max(...one) < Math.min(...other) || Math.max(...other) < Math.min(...one);
}

/** The bands of a page that a line from top to bottom at `x` makes; what crosses it is a band of its own. */
function bandsAt(lines: PdfLine[], x: number): Band[] {
  const bands: Band[] = [];
  let open: Band | undefined;
  for (const line of lines) {
    const crosses = line.x < x && line.end > x;
    if (crosses || !open) bands.push((open = { left: [], right: [] }));
    open[line.x < x ? 'left' : 'right'].push(line);
    if (crosses) open = undefined;
  }
  return bands;
}

const piecesOf = (lines: PdfLine[]): PdfPiece[] => lines.flatMap(({ pieces }) => pieces);

/**
 * @param pieces of one page or column, without what is not of the text
 * @param em size of the letters of the text
 * @returns its lines in the order of reading: a column after the other, what goes across them between
 */
export function linesInOrder(
  pieces: PdfPiece[],
  page: number,
  em: number,
  column?: Edges,
): PdfLine[] {
  const lines = linesOf(pieces, page, undefined, 1.2);
  const indented = Math.min(...lines.map(({ x }) => x)) + em * 4;
  const starts = lines.map(({ x }) => (x > indented ? Math.round(x) : -1));
  const repeated = new Set(starts.filter((x, i) => x >= 0 && starts.indexOf(x) < i));
  let bands: Band[] = [];
  let most = 0;
  for (const start of repeated) {
    const found = bandsAt(lines, start - 1);
    const inColumns = found
      .filter((band) => areColumns(band, em))
      .reduce((sum, { left, right }) => sum + left.length + right.length, 0);
    if (inColumns > most) [bands, most] = [found, inColumns];
  }
  if (most === 0) return linesOf(pieces, page, column);
  const inOrder: PdfLine[] = [];
  let across: PdfPiece[] = [];
  for (const band of bands) {
    if (!areColumns(band, em)) {
      across.push(...piecesOf(band.left), ...piecesOf(band.right));
      continue;
    }
    inOrder.push(...linesOf(across, page, column));
    across = [];
    const [left, right] = [edgesOf(band.left), edgesOf(band.right)];
    // Lines of a side that none fills are no paragraph; a last column that ends early is as wide as the one before it.
    if (!isFull(band.left, em)) left.right = Infinity;
    const before = linesInOrder(piecesOf(band.left), page, em, left);
    const beside = before.at(-1)!.column!;
    right.right = Math.max(right.right, right.left + beside.right - beside.left);
    inOrder.push(...before, ...linesInOrder(piecesOf(band.right), page, em, right));
  }
  return [...inOrder, ...linesOf(across, page, column)];
}
