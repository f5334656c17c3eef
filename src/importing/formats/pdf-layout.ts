/** What of a PDF's lines is not of the text, and how the others make paragraphs: by where they stand and what they are. Pure. */
import { joinCut, type ReceivedParagraph } from '../received.ts';
import { headingLevel, isCutBetween, isDivision, kindOf, LEADERS } from '../recognise/lines.ts';
import type { PdfLine } from './pdf-lines.ts';

export interface Furniture {
  line: PdfLine;
  reason: '页码' | '页眉' | '页脚';
}

const DRESSED =
  /^(?:[—–―－\-·•]\s*\d{1,4}\s*[—–―－\-·•]|第\s*\d{1,4}\s*页(?:[，,/\s]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/u;
const BARE = /^\d{1,4}$/u;

/** What a browser prints around a page: date, time and title above; the address and the page's number below. */
const BROWSER = [
  [
    '页眉',
    0,
    /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[,，]?\s*(?:上午|下午)?\s*\d{1,2}:\d{2}(?:\s*[AP]M)?(?:\s|$)/u,
  ],
  ['页脚', -1, /^(?:https?|file):\/\/\S+\s+\d{1,4}\s*\/\s*\d{1,4}$/u],
] as const;

/** How far from the next line a bare number at the foot must stand, in sizes of its letters. */
const APART = 1.6;
/** How far the base lines of one running head may differ, in points. */
const LEVEL = 4;

const pattern = (line: PdfLine): string => line.text.replace(/\d+/gu, '#').replace(/\s+/gu, '');

function isNumber(line: PdfLine, next: PdfLine | undefined, pages: number): boolean {
  const text = line.text.trim();
  if (DRESSED.test(text)) return true;
  const apart = !next || Math.abs(line.y - next.y) > Math.max(line.size, next.size) * APART;
  return BARE.test(text) && apart && pages > 1;
}

/** Lines that stand at the same height of most pages with the same words. */
function running(edges: PdfLine[], pages: number): Set<PdfLine> {
  const found = new Set<PdfLine>();
  if (pages < 2) return found;
  for (const line of edges) {
    const same = edges.filter(
      (other) => pattern(other) === pattern(line) && Math.abs(other.y - line.y) < LEVEL,
    );
    const onPages = new Set(same.map(({ page }) => page)).size;
    if (onPages >= Math.max(2, pages * 0.4)) found.add(line);
  }
  return found;
}

/** The commonest distance between base lines. */
function commonestStep(pages: PdfLine[][]): number {
  const counts = new Map<number, number>();
  for (const lines of pages)
    lines.slice(1).forEach((line, i) => {
      const step = Math.round(lines[i]!.y - line.y);
      counts.set(step, (counts.get(step) ?? 0) + 1);
    });
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** A running line is set apart from the text by space or by size; a line of the text that recurs is not. */
const standsApart = (line: PdfLine, next: PdfLine | undefined, leading: number): boolean =>
  !next ||
  Math.abs(Math.abs(line.y - next.y) - leading) > leading * 0.2 ||
  Math.abs(line.size - next.size) > 0.9;

/**
 * @param pages the lines of each page, from top to bottom
 * @returns what is not of the text, in order
 */
export function furnitureOf(pages: PdfLine[][]): Furniture[] {
  const found: Furniture[] = [];
  const rest = pages.map((lines) => {
    const left = [...lines];
    for (const [reason, at, printed] of BROWSER) {
      const line = left.at(at);
      if (!line || !printed.test(line.text.trim())) continue;
      found.push({ line, reason });
      left.splice(at, 1);
    }
    for (const at of [-1, 0] as const) {
      const line = left.at(at);
      const next = at === 0 ? left[1] : left.at(-2);
      if (!line || !isNumber(line, next, pages.length)) continue;
      found.push({ line, reason: '页码' });
      left.splice(at, 1);
    }
    return left;
  });
  const leading = commonestStep(rest);
  for (const [reason, from, on] of [
    ['页眉', 0, 1],
    ['页脚', -1, -1],
  ] as const) {
    const edges = rest.flatMap((lines) => lines.at(from) ?? []);
    const recurring = running(edges, pages.length);
    for (const lines of rest) {
      const line = lines.at(from);
      const next = lines.at(from + on);
      const known = found.some((one) => one.line === line);
      if (line && !known && recurring.has(line) && standsApart(line, next, leading))
        found.push({ line, reason });
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

/** Size of the letters of the text, as most lines have it. */
export const letterSize = (lines: PdfLine[]): number =>
  commonest(
    lines.map(({ size }) => size),
    0.5,
  ) || 12;

/**
 * @param width of the page: where no two lines are full, which would tell the right edge, it is as far from there as the left one
 * @returns where the text stands on the page, as most of its lines do
 */
export function columnOf(lines: PdfLine[], width: number): Column {
  const em = letterSize(lines);
  const own = lines.filter(({ size, column }) => Math.abs(size - em) < 1 && !column);
  const wide = own.filter(({ x, end }) => end - x > em * 12);
  const furthest = Math.max(...wide.map(({ end }) => end), 0);
  const even = wide.filter(({ end }) => end > furthest - em * 2.5).length > 1;
  const used = wide.length > 3 ? wide : own;
  const found = Math.min(...used.map(({ x }) => x), Infinity);
  const left = Number.isFinite(found) ? found : 0;
  const ends = Math.max(...used.map(({ end }) => end), 0);
  const right = even ? ends : Math.max(ends, width - left);
  return { left, right, em, leading: leadingOf(lines, em) };
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

/** Whether a line is one of its own by what it says, or by what the line before it says. */
function standsAlone(open: string, line: PdfLine): boolean {
  if (headingLevel(open) >= 0 && isDivision(open) && !isCutBetween(open, line.text)) return true;
  if (LEADERS.test(open)) return true;
  const before = kindOf(open);
  if (/^(?:number|date|masthead|attachment|contents|printing|registration)$/u.test(before))
    return true;
  return /[。；：！？]\s*$/u.test(open) && kindOf(line.text) !== 'text';
}

/** Whether a line goes on the paragraph of the line before it. */
function goesOn(open: string, last: PdfLine, line: PdfLine, column: Column): boolean {
  if (last.isRow || line.isRow) return false;
  const { em, leading } = column;
  const before = last.column ?? column;
  const own = line.column ?? column;
  // Full is a line that had no room for the head of the next one; a date at the right is no such line.
  const room = last.x - before.left < em * 2.5 ? widthOf(HEAD.exec(line.text)?.[0] ?? '') + 0.6 : 0;
  const full = before.right - last.end < em * Math.max(2, room);
  const atMargin = line.x - own.left < em * 0.9;
  const alike = Math.abs(last.size - line.size) < 1;
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
    if (last && open && goesOn(open.text.trimStart(), last, line, column)) {
      if (last.page !== line.page) (open.cuts ??= []).push(open.text.length);
      open.text = joinCut(open.text, line.text);
    } else {
      const align = alignOf(line, { ...column, ...line.column });
      const indented = !align && line.x - (line.column ?? column).left > column.em * 0.9;
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

const NOTE = /^\s*(?:[⁰¹²³⁴-⁹]+|\d{1,2}\s?(?=\p{Script=Han})|[①-⑳]|[[〔]\d+[\]〕]|[*＊※])/u;
/**
 * Notes at the foot of a page: the last lines, smaller than the text, the first of them with a mark. A paragraph that goes over
 * the page would be cut by them.
 * @returns how many of the lines are such
 */
export function notesAt(lines: PdfLine[], em: number): number {
  let from = lines.length;
  while (from > 0 && lines[from - 1]!.size < em - 0.8) from--;
  while (from < lines.length && !NOTE.test(lines[from]!.text)) from++;
  return from === 0 ? 0 : lines.length - from;
}
