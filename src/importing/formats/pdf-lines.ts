/** The lines of a PDF's pages: pieces of text put together by where they stand. Pure. */

/** A piece of text as pdf.js gives it, in points from the lower left corner. */
export interface PdfPiece {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

export interface PdfLine {
  page: number;
  text: string;
  /** Left and right end, base line, size of its letters. */
  x: number;
  end: number;
  y: number;
  size: number;
}

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
    end = piece.x + piece.width;
  }
  return text;
}

/**
 * @param pieces those of one page, in any order
 * @returns its lines from top to bottom; their text keeps the spaces at its ends
 */
export function linesOf(pieces: PdfPiece[], page: number): PdfLine[] {
  const rows: PdfPiece[][] = [];
  const byHeight = pieces.filter(({ text }) => text).sort((a, b) => b.y - a.y || a.x - b.x);
  for (const piece of byHeight) {
    const row = rows.at(-1);
    const sameLine =
      row && Math.abs(row[0]!.y - piece.y) < Math.max(row[0]!.size, piece.size) * 0.4;
    if (sameLine) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => {
    const inOrder = row.sort((a, b) => a.x - b.x);
    const solid = inOrder.filter(({ text }) => text.trim());
    const [first] = solid;
    const last = solid.at(-1);
    if (!first || !last) return [];
    const from = inOrder.indexOf(first);
    return [
      {
        page,
        text: textOf(inOrder.slice(from)),
        x: first.x,
        end: last.x + last.width,
        y: first.y,
        size: Math.max(...solid.map(({ size }) => size)),
      },
    ];
  });
}
