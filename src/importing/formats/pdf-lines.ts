/** The lines of a PDF's pages: pieces of text put together by where they stand, in the order of the file. Pure. */
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
  /** Where it goes on after a gap: in two lines at one place, there may be columns. */
  gaps: number[];
  /** Edges of the column that it stands in, where the page has several. */
  column?: { left: number; right: number };
}

/** Wider than so many letters is a gap, and one that no author writes as two spaces. */
const WIDE = 1.2;
const WIDEST = 2.2;

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

/** Pieces that follow each other on one base line, each row from left to right. */
function rowsOf(pieces: PdfPiece[]): PdfPiece[][] {
  const rows: PdfPiece[][] = [];
  for (const piece of pieces) {
    const [first] = rows.at(-1) ?? [];
    if (first && Math.abs(first.y - piece.y) < Math.max(first.size, piece.size) * 0.4)
      rows.at(-1)!.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x || a.index - b.index));
}

/** @returns a line; none where it has no words. Its text keeps the spaces at its end */
function lineOf(pieces: PdfPiece[], page: number): PdfLine[] {
  const [first, ...others] = pieces.filter(isSolid);
  if (!first) return [];
  const { x, y, size } = first;
  const from = pieces.slice(pieces.indexOf(first));
  const line: PdfLine = {
    page,
    text: textOf(from),
    x,
    end: endOf(first),
    y,
    size,
    gaps: [],
    pieces: from,
  };
  for (const piece of others) {
    const gap = (piece.x - line.end) / piece.size;
    if (gap > WIDE) line.gaps.push(piece.x);
    if (gap > WIDEST) line.isRow = true;
    line.end = Math.max(line.end, endOf(piece));
    line.size = Math.max(line.size, piece.size);
  }
  return [line];
}

/** @returns the lines of a page or cell from top to bottom, in whatever order the file holds their pieces */
export const linesOf = (pieces: PdfPiece[], page: number): PdfLine[] =>
  rowsOf(pieces.toSorted((a, b) => b.y - a.y || a.x - b.x)).flatMap((row) => lineOf(row, page));

/** Fewer lines on a side are a signature or a heading, not a column; narrower ones, by letters, are a list and no paragraphs. */
const FEWEST = 3;
const NARROWEST = 8;

/**
 * The order of the file, which programs write as it is read: where it goes up the page, it goes on in the next column.
 * @param em size of the letters of the text
 * @returns the lines of a page; from top to bottom where the file's order is none to read in
 */
export function linesInOrder(pieces: PdfPiece[], page: number, em: number): PdfLine[] {
  const lines = rowsOf(pieces.toSorted((a, b) => a.index - b.index)).flatMap((row) =>
    lineOf(row, page),
  );
  const goesUp = (at: number): boolean => lines[at]!.y > lines[at - 1]!.y + em * 0.4;
  let before = 0;
  for (let at = 1; at < lines.length; at++) {
    if (!goesUp(at)) continue;
    const top = lines[at]!.y + em;
    const left = lines.slice(before, at).filter(({ y }) => y < top);
    const edge = Math.max(...left.map(({ end }) => end));
    let after = at + 1;
    while (after < lines.length && lines[after]!.x >= edge && !goesUp(after)) after++;
    const right = lines.slice(at, after);
    const below = lines[after];
    if (
      left.length < FEWEST ||
      right.length < FEWEST ||
      lines[at]!.x < edge ||
      (below && !goesUp(after) && below.y > left.at(-1)!.y)
    )
      return linesOf(pieces, page);
    const [x, beside] = [left, right].map((side) => Math.min(...side.map((line) => line.x)));
    // A last column that ends early is as wide as the one before it.
    const end = Math.max(...right.map((line) => line.end), beside! + edge - x!);
    const isList = edge - x! < em * NARROWEST;
    for (const line of left) line.column = { left: x!, right: isList ? Infinity : edge };
    for (const line of right) line.column = { left: beside!, right: isList ? Infinity : end };
    before = at;
  }
  return lines;
}
