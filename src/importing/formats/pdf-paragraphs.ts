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

/** A step is one between lines, not between paragraphs, where it is at least so common beside the commonest. */
const COMMON = 1 / 3;

/**
 * From one base line to the next within a paragraph. Where paragraphs are parted by space, and are short, the step between
 * them may be the commoner: it is the smallest of those that are common.
 */
function leadingOf(lines: PdfLine[], em: number): number {
  const counts = new Map<number, number>();
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    const step = next && next.page === line.page ? Math.round(line.y - next.y) : 0;
    if (step >= em) counts.set(step, (counts.get(step) ?? 0) + 1);
  });
  const most = Math.max(...counts.values());
  const steps = [...counts].filter(([, count]) => count >= most * COMMON).map(([step]) => step);
  return steps.length > 0 ? Math.min(...steps) : em * 1.5;
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
  return {
    left: Number.isFinite(left) ? left : 0,
    right,
    em,
    leading: leadingOf(lines, em),
  };
}

function alignOf(line: PdfLine, column: Column): ReceivedParagraph['align'] {
  const before = (line.x - column.left) / column.em;
  const after = (column.right - line.end) / column.em;
  if (before > 2.5 && Math.abs(before - after) < 2) return 'center';
  return before > 8 && after < 6 && before > after ? 'right' : undefined;
}

/** What begins a line and may not be parted: a word of Latin letters or a character, with the marks around it. */
const HEAD = /^[「『“‘（《〈【〔]*(?:[!-~]+|.)[、，。；：？！）》〉」』”’】〕…]*/u;

/** How wide words are, by the size of Chinese characters; Latin ones have about half of it. */
const widthOf = (words: string): number =>
  [...words].reduce((sum, one) => sum + (/[!-~]/u.test(one) ? 0.5 : 1), 0);

/** 第七条 at the head of a line, after a full stop: no text goes on so. */
const beginsArticle = (last: PdfLine, line: PdfLine): boolean =>
  /[。；：]\s*$/u.test(last.text) &&
  /^第[〇零一二三四五六七八九十百千\d]+[章节条]\s/u.test(line.text);

/** Whether a line goes on the paragraph of the line before it. */
function goesOn(last: PdfLine, line: PdfLine, column: Column): boolean {
  const { left, right, em, leading } = column;
  // Full is a line that had no room for the head of the next one; a date at the right is no such line.
  const room = last.x - left < em * 2.5 ? widthOf(HEAD.exec(line.text)?.[0] ?? '') + 0.6 : 0;
  const full = right - last.end < em * Math.max(2, room);
  const atMargin = line.x - left < em * 0.9;
  const alike = Math.abs(last.size - line.size) < 1;
  const close = last.page !== line.page || last.y - line.y < leading * 1.35;
  return full && atMargin && alike && close && !beginsArticle(last, line);
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
