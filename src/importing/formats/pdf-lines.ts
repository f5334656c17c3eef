/** The lines of a PDF's pages: pieces of text put together by where they stand, columns one after the other. Pure. */
import { setWords } from './words.ts';

/** A piece of text as pdf.js gives it, in points from the lower left corner; its place in the file says when it was written. */
export interface PdfPiece {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  index: number;
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
  column?: { left: number; right: number };
}

const endOf = ({ x, width }: PdfPiece): number => x + width;
const isBlank = ({ text }: PdfPiece): boolean => !text.trim();

/** A gap wider than this share of a letter is a space that the file does not hold; only between Latin letters. */
const GAP = 0.2;

function textOf(pieces: PdfPiece[]): string {
  let text = '';
  let end = 0;
  for (const piece of pieces) {
    const gap = piece.x - end;
    const latin = /[!-~]$/u.test(text) && /^[!-~]/u.test(piece.text);
    const wide = gap > piece.size * 1.5;
    if (text && ((latin && gap > piece.size * GAP) || wide) && !/\s$/u.test(text)) text += ' ';
    text += piece.text;
    end = endOf(piece);
  }
  return text;
}

/** Smaller than this share of the letters beside it, and off their base line, is a superscript or a subscript. */
const SMALL = 0.9;

/**
 * Puts superscripts and subscripts on the base line of the letters that they touch, set as such.
 */
export function levelled(pieces: PdfPiece[]): PdfPiece[] {
  const bases = pieces.filter((piece) => !isBlank(piece));
  return pieces.map((piece) => {
    const touches = (base: PdfPiece): boolean =>
      piece.size < base.size * SMALL &&
      piece.y - base.y < base.size * 0.7 &&
      base.y - piece.y < base.size * 0.4 &&
      Math.min(Math.abs(piece.x - endOf(base)), Math.abs(endOf(piece) - base.x)) < base.size * 0.3;
    if ([...piece.text.trim()].length > 6) return piece;
    const near = bases.filter(touches);
    const base = near.find((one) => Math.abs(piece.x - endOf(one)) < one.size * 0.3) ?? near[0];
    if (!base) return piece;
    const off = (piece.y - base.y) / base.size;
    const level = { ...piece, y: base.y, size: base.size };
    if (isBlank(piece) || (off < 0.15 && off > -0.05)) return level;
    return { ...level, text: setWords(piece.text, off > 0 ? 'sup' : 'sub') };
  });
}

/** Pieces of one base line, from top to bottom, each row from left to right. */
function rowsOf(pieces: PdfPiece[]): PdfPiece[][] {
  const rows: PdfPiece[][] = [];
  const byHeight = pieces.filter(({ text }) => text).sort((a, b) => b.y - a.y || a.x - b.x);
  for (const piece of byHeight) {
    const row = rows.at(-1);
    const sameLine =
      row && Math.abs(row[0]!.y - piece.y) < Math.max(row[0]!.size, piece.size) * 0.4;
    if (sameLine) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x || a.index - b.index));
}

/**
 * @param pieces those of one page or column, in any order
 * @returns its lines from top to bottom; their text keeps the spaces at its ends
 */
export function linesOf(pieces: PdfPiece[], page: number, column?: PdfLine['column']): PdfLine[] {
  return rowsOf(pieces).flatMap((row): PdfLine[] => {
    const solid = row.filter((piece) => !isBlank(piece));
    const [first] = solid;
    const last = solid.at(-1);
    if (!first || !last) return [];
    return [
      {
        page,
        text: textOf(row.slice(row.indexOf(first))),
        x: first.x,
        end: endOf(last),
        y: first.y,
        size: Math.max(...solid.map(({ size }) => size)),
        pieces: row,
        ...(solid.some((one, i) => i > 0 && one.x - endOf(solid[i - 1]!) > one.size * 2.2)
          ? { isRow: true }
          : {}),
        ...(column ? { column } : {}),
      },
    ];
  });
}

/** What stands on one base line without a wide gap in it. */
interface Segment {
  x: number;
  end: number;
  y: number;
  pieces: PdfPiece[];
}

function segmentsOf(pieces: PdfPiece[]): Segment[] {
  const found: Segment[] = [];
  for (const row of rowsOf(pieces)) {
    let open: Segment | undefined;
    for (const piece of row) {
      if (isBlank(piece)) {
        open?.pieces.push(piece);
        continue;
      }
      if (open && piece.x - open.end < piece.size * 1.2) {
        open.pieces.push(piece);
        open.end = Math.max(open.end, endOf(piece));
      } else {
        open = { x: piece.x, end: endOf(piece), y: piece.y, pieces: [piece] };
        found.push(open);
      }
    }
  }
  return found;
}

/** Fewer lines on a side are a signature or a heading, not a column. */
const FEWEST = 3;
/** Narrower than so many letters is a list or a table without rules, not a column. */
const NARROWEST = 8;

interface Band {
  left: Segment[];
  right: Segment[];
}

/** Whether many lines of a side go from its one edge to the other. */
function isFull(side: Segment[], em: number): boolean {
  const { left, right } = edgesOf(side);
  const full = side.filter(
    ({ x, end }) => x < left + em * 2.5 && end > right - (right - left) * 0.12,
  );
  return right - left > em * NARROWEST && full.length >= side.length * 0.4;
}

const edgesOf = (side: Segment[]): { left: number; right: number } => ({
  left: Math.min(...side.map(({ x }) => x)),
  right: Math.max(...side.map(({ end }) => end)),
});

/** Whether two sides are columns: lines that fill them, or that the file holds one side after the other. */
function areColumns({ left, right }: Band, em: number): boolean {
  if (left.length < FEWEST || right.length < FEWEST) return false;
  const heights = (side: Segment[]): number[] => side.map(({ y }) => y);
  const low = Math.max(Math.min(...heights(left)), Math.min(...heights(right)));
  const high = Math.min(Math.max(...heights(left)), Math.max(...heights(right)));
  if (high - low < em * 2) return false;
  if (isFull(left, em) && isFull(right, em)) return true;
  const sides = [...left.map((one) => [one, 0] as const), ...right.map((one) => [one, 1] as const)]
    .sort(([a], [b]) => a.pieces[0]!.index - b.pieces[0]!.index)
    .map(([, side]) => side);
  return sides.filter((side, i) => i > 0 && side !== sides[i - 1]).length === 1;
}

/** The bands of a page that a line from top to bottom at `x` leaves whole, and the segments that cross it. */
function bandsAt(segments: Segment[], x: number): (Band | Segment)[] {
  const found: (Band | Segment)[] = [];
  let band: Band | undefined;
  for (const segment of segments) {
    if (segment.x < x && segment.end > x) {
      found.push(segment);
      band = undefined;
      continue;
    }
    if (!band) found.push((band = { left: [], right: [] }));
    band[segment.end <= x ? 'left' : 'right'].push(segment);
  }
  return found;
}

interface Flow {
  pieces: PdfPiece[];
  column?: { left: number; right: number };
}

/** @returns the pieces in the order of reading: a column after the other, what goes across them between */
function flowsOf(segments: Segment[], em: number, column?: Flow['column']): Flow[] {
  const starts = new Map<number, number>();
  const leftmost = Math.min(...segments.map(({ x }) => x));
  for (const { x } of segments)
    if (x > leftmost + em * 4) starts.set(Math.round(x), (starts.get(Math.round(x)) ?? 0) + 1);
  let best: (Band | Segment)[] = [];
  let most = 0;
  for (const [start, count] of starts) {
    if (count < 2) continue;
    const bands = bandsAt(segments, start - 1);
    const inColumns = bands
      .filter((one): one is Band => 'left' in one && areColumns(one, em))
      .reduce((sum, { left, right }) => sum + left.length + right.length, 0);
    if (inColumns > most) [best, most] = [bands, inColumns];
  }
  if (most === 0)
    return [{ pieces: segments.flatMap(({ pieces }) => pieces), ...(column ? { column } : {}) }];
  const flows: Flow[] = [];
  let plain: PdfPiece[] = [];
  const flush = (): void => {
    if (plain.length) flows.push({ pieces: plain, ...(column ? { column } : {}) });
    plain = [];
  };
  for (const one of best) {
    if (!('left' in one)) plain.push(...one.pieces);
    else if (!areColumns(one, em))
      plain.push(...[...one.left, ...one.right].flatMap(({ pieces }) => pieces));
    else {
      flush();
      const [left, right] = [edgesOf(one.left), edgesOf(one.right)];
      // Lines of a side that none fills are no paragraph; a last column that ends early is as wide as the one before it.
      if (!isFull(one.left, em)) left.right = Infinity;
      const before = flowsOf(one.left, em, left);
      const beside = before.at(-1)!.column!;
      right.right = Math.max(right.right, right.left + beside.right - beside.left);
      flows.push(...before, ...flowsOf(one.right, em, right));
    }
  }
  flush();
  return flows;
}

/**
 * @param pieces of one page, without what is not of the text
 * @param em size of the letters of the text
 * @returns its lines in the order of reading
 */
export const linesInOrder = (pieces: PdfPiece[], page: number, em: number): PdfLine[] =>
  flowsOf(segmentsOf(pieces), em).flatMap((flow) => linesOf(flow.pieces, page, flow.column));
