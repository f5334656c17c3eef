/** Lines of a fixed layout to paragraphs: by indent, by lines that end short, by space between them. Pure. */
import { joinCut, type ReceivedParagraph } from '../received.ts';
import type { PdfLine } from './pdf-lines.ts';

export interface Column {
  left: number;
  right: number;
  /** Size of the letters of the text. */
  em: number;
  /** From one base line to the next. */
  leading: number;
}

function commonest(values: number[], step: number): number {
  const counts = new Map<number, number>();
  for (const value of values) {
    const key = Math.round(value / step);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return best ? best[0] * step : 0;
}

/** @returns where the text stands on the page, as most of its lines do */
export function columnOf(lines: PdfLine[]): Column {
  const em =
    commonest(
      lines.map(({ size }) => size),
      0.5,
    ) || 12;
  const own = lines.filter(({ size }) => Math.abs(size - em) < 1);
  const wide = own.filter(({ x, end }) => end - x > em * 12);
  const used = wide.length > 3 ? wide : own;
  const right = Math.max(...used.map(({ end }) => end), 0);
  const left = Math.min(...used.map(({ x }) => x), Infinity);
  const steps = lines.flatMap((line, i) => {
    const next = lines[i + 1];
    return next && next.page === line.page && line.y > next.y ? [line.y - next.y] : [];
  });
  return {
    left: Number.isFinite(left) ? left : 0,
    right,
    em,
    leading: commonest(steps, 1) || em * 1.5,
  };
}

function alignOf(line: PdfLine, column: Column): ReceivedParagraph['align'] {
  const before = (line.x - column.left) / column.em;
  const after = (column.right - line.end) / column.em;
  if (before > 2.5 && Math.abs(before - after) < 2) return 'center';
  return before > 8 && after < 6 && before > after ? 'right' : undefined;
}

/** Whether a line goes on the paragraph of the line before it. */
function goesOn(last: PdfLine, line: PdfLine, column: Column): boolean {
  const { left, right, em, leading } = column;
  const full = right - last.end < em * 2;
  const atMargin = line.x - left < em * 0.9;
  const alike = Math.abs(last.size - line.size) < 1;
  const close = last.page !== line.page || last.y - line.y < leading * 1.35;
  return full && atMargin && alike && close;
}

/**
 * @param lines those of the text alone, in order
 * @returns paragraphs; `cuts` says where a page cut one
 */
export function paragraphsOf(lines: PdfLine[], column: Column): ReceivedParagraph[] {
  const found: ReceivedParagraph[] = [];
  let last: PdfLine | undefined;
  for (const line of lines) {
    const open = found.at(-1);
    if (last && open && goesOn(last, line, column)) {
      if (last.page !== line.page) (open.cuts ??= []).push(open.text.length);
      open.text = joinCut(open.text, line.text);
    } else {
      const align = alignOf(line, column);
      const indented = !align && line.x - column.left > column.em * 0.9;
      found.push({
        kind: 'paragraph',
        text: line.text,
        ...(align ? { align } : {}),
        ...(indented ? { indented } : {}),
      });
    }
    last = line;
  }
  return found.map((paragraph) => ({ ...paragraph, text: paragraph.text.trim() }));
}
