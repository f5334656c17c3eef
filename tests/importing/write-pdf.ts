/**
 * Writes samples as PDF with a text layer, page after page as GB/T 9704 sets them: 22 lines of 28 characters, a
 * running head, page numbers. The face is one that PDF viewers bring along (UniGB-UTF16-H), so no font is needed.
 */
import type { Piece, Sample } from './sample.ts';

const EM = 16;
const COLUMNS = 28;
const LINES = 22;
const LEADING = 29;
const LEFT = 79;
const TOP = 737;
const WIDTH = EM * COLUMNS;

const half = (char: string): boolean => char <= '\u007e';
const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (half(char) ? EM / 2 : EM), 0);
const hex = (text: string): string =>
  [...text].map((char) => char.codePointAt(0)!.toString(16).padStart(4, '0')).join('');

interface Line {
  text: string;
  x: number;
}
type Row = Line[] & { ruled?: number };

/** Breaks a paragraph into lines that are full, however it falls. */
function broken(text: string, indent: number): Line[] {
  const lines: Line[] = [];
  let line = '';
  let room = WIDTH - indent;
  for (const char of text) {
    if (widthOf(line + char) > room) {
      lines.push({ text: line, x: lines.length ? LEFT : LEFT + indent });
      line = '';
      room = WIDTH;
    }
    line += char;
  }
  return [...lines, { text: line, x: lines.length ? LEFT : LEFT + indent }];
}

function rowsOf(piece: Piece): Row[] {
  if ('rows' in piece)
    return piece.rows.map((cells) => {
      const wide = WIDTH / cells.length;
      return Object.assign(
        cells.map((text, i) => ({ text, x: LEFT + i * wide + 6 })),
        { ruled: cells.length },
      );
    });
  const align = 'align' in piece ? piece.align : undefined;
  const { text } = piece;
  const wide = widthOf(text);
  if (align === 'center' && wide <= WIDTH) return [[{ text, x: LEFT + (WIDTH - wide) / 2 }]];
  if (align === 'right' && wide <= WIDTH) return [[{ text, x: LEFT + WIDTH - wide - 2 * EM }]];
  return broken(text, 'part' in piece ? 0 : 2 * EM).map((line) => [line]);
}

/** @returns the drawing of a line of text; its size in points, 3 as mode draws what is not seen */
export const show = (line: Line, y: number, size = EM, mode = 0): string =>
  `BT ${mode} Tr /F ${size} Tf 1 0 0 1 ${line.x} ${y} Tm <${hex(line.text)}> Tj ET\n`;

function rules(count: number, y: number): string {
  const xs = Array.from({ length: count + 1 }, (_, i) => LEFT + (i * WIDTH) / count);
  const low = y - 8;
  const high = y - 8 + LEADING;
  return [
    ...xs.map((x) => `${x} ${low} m ${x} ${high} l S`),
    ...[low, high].map((at) => `${LEFT} ${at} m ${LEFT + WIDTH} ${at} l S`),
  ].join('\n');
}

/** @returns the drawing operators of each page */
function pagesOf(sample: Sample, furnished: boolean): string[] {
  const pages: string[] = [];
  const rows = sample.pieces.flatMap(rowsOf);
  for (let from = 0; from < rows.length; from += LINES) {
    let page = '';
    rows.slice(from, from + LINES).forEach((row, i) => {
      const y = TOP - i * LEADING;
      if (row.ruled) page += `${rules(row.ruled, y)}\n`;
      for (const line of row) page += show(line, y);
    });
    const number = pages.length + 1;
    const foot = `— ${number} —`;
    if (furnished) {
      if (rows.length > LINES) page += show({ text: '示例页眉', x: LEFT }, 800);
      page += show(
        { text: foot, x: number % 2 ? LEFT + WIDTH - widthOf(foot) - EM : LEFT + EM },
        60,
      );
    }
    pages.push(page);
  }
  return pages;
}

const FONT =
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>';
const CHARACTERS = '<< /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>';
/** A font that says of none of its glyphs which character it is. */
export const MUTE = {
  font: FONT.replace('UniGB-UTF16-H', 'Identity-H'),
  characters: '<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>',
};

/**
 * @param furnished whether pages have a running head and a number
 * @returns the PDF
 */
export const writePdf = (sample: Sample, furnished = true): Uint8Array =>
  packPdf(pagesOf(sample, furnished));

/**
 * @param pages the drawing operators of each
 * @param attributes of every page, as `/Rotate 90`
 * @returns the PDF
 */
export function packPdf(
  pages: string[],
  attributes = '',
  { font, characters } = { font: FONT, characters: CHARACTERS },
): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${6 + 2 * i} 0 R`).join(' ')}] >>`,
    font,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo ${characters} /FontDescriptor 5 0 R /DW 1000 /W [1 95 500 814 939 500] >>`,
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    ...pages.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${attributes} /Resources << /Font << /F 3 0 R >> >> /Contents ${7 + 2 * i} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}endstream`,
    ]),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
