/** What of a PDF's lines is not of the text, and how the others make paragraphs: by where they stand and what they are. Pure. */
import { joinCut, type ReceivedParagraph } from '../received.ts';
import { isCutBetween, isDivision, kindOf, LEADERS } from '../recognise/lines.ts';
import type { PdfLine } from './pdf-lines.ts';

/** @returns the size of the letters of the text, as most lines have it */
export function letterSize(lines: PdfLine[]): number {
  const sizes = Map.groupBy(lines, ({ size }) => Math.round(size * 2) / 2);
  const [best] = [...sizes].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
  return best?.[0] || 12;
}

/**
 * From one base line to the next within a paragraph. Where paragraphs are parted by space, and are short, the step between
 * them may be the commoner: it is the smallest of those that are common.
 */
function leadingOf(lines: PdfLine[], em: number): number {
  const steps = lines.flatMap((line, i) => {
    const next = lines[i + 1];
    return next?.page === line.page ? Math.round(line.y - next.y) : [];
  });
  const counts = Map.groupBy(
    steps.filter((step) => step >= em),
    (step) => step,
  );
  const most = Math.max(...[...counts.values()].map((steps) => steps.length));
  const common = [...counts].flatMap(([step, { length }]) => (length >= most / 3 ? step : []));
  return common.length > 0 ? Math.min(...common) : em * 1.5;
}

/** — 3 —, 第3页 共8页, 3/8; a bare number is one where it stands apart. */
const NUMBER =
  /^(?:[—–―－\-·•]\s*\d{1,4}\s*[—–―－\-·•]|第\s*\d{1,4}\s*页(?:[，,/\s]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/u;
/** What a browser prints around a page: date, time and title above; the address and the page's number below. */
const BROWSER = {
  页眉: /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[,，]?\s*(?:上午|下午)?\s*\d{1,2}:\d{2}(?:\s*[AP]M)?(?:\s|$)/u,
  页脚: /^(?:https?|file):\/\/\S+\s+\d{1,4}\s*\/\s*\d{1,4}$/u,
};

/** How far the base lines of one running head may differ, in points. */
const LEVEL = 4;
const pattern = (line: PdfLine): string => line.text.replace(/\d+/gu, '#').replace(/\s+/gu, '');
/** So many lines at the head or foot of a page may be such. */
const MOST = 3;

/**
 * @param pages the lines of each page, from top to bottom
 * @returns what is not of the text, and what it is: 页码, 页眉 or 页脚
 */
export function furnitureOf(pages: PdfLine[][]): Map<PdfLine, string> {
  const found = new Map<PdfLine, string>();
  const all = pages.flat();
  const leading = leadingOf(all, letterSize(all));
  for (const side of ['页眉', '页脚'] as const) {
    const inwards = pages.map((lines) => (side === '页眉' ? lines : lines.toReversed()));
    const outer = inwards.map((lines) => lines.slice(0, MOST));
    const isSame = (one: PdfLine, other: PdfLine): boolean =>
      pattern(one) === pattern(other) && Math.abs(one.y - other.y) < LEVEL;
    for (const lines of inwards)
      for (const [i, line] of lines.slice(0, MOST).entries()) {
        const text = line.text.trim();
        const next = lines[i + 1];
        const isApart =
          !next ||
          Math.abs(Math.abs(line.y - next.y) - leading) > leading * 0.2 ||
          Math.abs(line.size - next.size) > 0.9;
        const isNumber =
          NUMBER.test(text) || (/^\d{1,4}$/u.test(text) && isApart && pages.length > 1);
        // The same words at the same height of most pages; set apart by space or by size, as a line of the text that recurs is not.
        const count = outer.filter((others) => others.some((one) => isSame(one, line))).length;
        const recurs = isApart && count >= Math.max(2, pages.length * 0.4);
        if (found.has(line) || !(isNumber || recurs || BROWSER[side].test(text))) break;
        found.set(line, isNumber ? '页码' : side);
      }
  }
  return found;
}

export interface Column {
  left: number;
  right: number;
  /** Size of the letters of the text. */
  em: number;
  /** From one base line to the next. */
  leading: number;
}

/**
 * @param width of the page: where no two lines are full, which would tell the right edge, it is as far from there as the left one
 * @returns where the text stands on the page, as most of its lines do
 */
export function columnOf(lines: PdfLine[], width: number): Column {
  const em = letterSize(lines);
  const own = lines.filter(({ size, column }) => Math.abs(size - em) < 1 && !column);
  const wide = own.filter(({ x, end }) => end - x > em * 12);
  const used = wide.length > 3 ? wide : own;
  const left = used.length > 0 ? Math.min(...used.map(({ x }) => x)) : 0;
  const right = Math.max(...used.map(({ end }) => end), 0);
  const full = wide.filter(({ end }) => end > right - em * 2.5);
  return {
    left,
    right: full.length > 1 ? right : Math.max(right, width - left),
    em,
    leading: leadingOf(lines, em),
  };
}

function alignOf(line: PdfLine, { left, right, em }: Column): ReceivedParagraph['align'] {
  const before = (line.x - left) / em;
  const after = (right - line.end) / em;
  if (before > 2.5 && Math.abs(before - after) < 2) return 'center';
  return before > 8 && after < 6 && before > after ? 'right' : undefined;
}

/** What begins a line and may not be parted: a word of Latin letters or a character, with the marks around it. */
const HEAD = /^[「『“‘（《〈【〔]*(?:[!-~]+|.)[、，。；：？！）》〉」』”’】〕…]*/u;

/** How wide words are, by the size of Chinese characters; Latin ones have about half of it. */
const widthOf = (words: string): number =>
  [...words].reduce((sum, one) => sum + (/[!-~]/u.test(one) ? 0.5 : 1), 0);

/** Whether a line is one of its own by what it says, or by what the line before it says. */
const standsAlone = (open: string, line: PdfLine): boolean =>
  LEADERS.test(open) ||
  /^(?:number|date|masthead|attachment|contents|printing|registration)$/u.test(kindOf(open)) ||
  (isDivision(open) && !isCutBetween(open, line.text)) ||
  (/[。；：！？]\s*$/u.test(open) && kindOf(line.text) !== 'text');

/** Whether a line goes on the paragraph of the line before it. */
function goesOn(open: string, last: PdfLine, line: PdfLine, column: Column): boolean {
  const { em, leading } = column;
  const before = last.column ?? column;
  const own = line.column ?? column;
  // Full is a line that had no room for the head of the next one; a date at the right is no such line.
  const room = last.x - before.left < em * 2.5 ? widthOf(HEAD.exec(line.text)?.[0] ?? '') + 0.6 : 0;
  const full = before.right - last.end < em * Math.max(2, room);
  const atMargin = line.x - own.left < em * 0.9;
  const alike = Math.abs(last.size - line.size) < 1 && !last.isRow && !line.isRow;
  const close = last.page !== line.page || last.y - line.y < leading * 1.35;
  return full && atMargin && alike && close && !standsAlone(open, line);
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
    if (last && open && goesOn(open.text, last, line, column)) {
      if (last.page !== line.page) (open.cuts ??= []).push(open.text.length);
      open.text = joinCut(open.text, line.text);
    } else {
      const own = { ...column, ...line.column };
      const align = alignOf(line, own);
      const set = align ? { align } : line.x - own.left > own.em * 0.9 ? { indented: true } : {};
      found.push({ kind: 'paragraph', text: line.text.trimStart(), ...set });
    }
    last = line;
  }
  for (const paragraph of found) paragraph.text = paragraph.text.trimEnd();
  return found;
}

const NOTE = /^\s*(?:[⁰¹²³⁴-⁹]+|\d{1,2}\s?(?=\p{Script=Han})|[①-⑳]|[[〔]\d+[\]〕]|[*＊※])/u;
/**
 * Notes at the foot of a page: the last lines, smaller than the text, the first of them with a mark. A paragraph that goes over
 * the page would be cut by them.
 * @returns how many of the lines are such
 */
export function notesAt(lines: PdfLine[], em: number): number {
  const small = lines.findLastIndex(({ size }) => size >= em - 0.8) + 1;
  const first = lines.findIndex(({ text }, i) => i >= small && NOTE.test(text));
  return first > 0 ? lines.length - first : 0;
}
