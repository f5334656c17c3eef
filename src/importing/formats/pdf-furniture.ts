/** Page numbers and running heads: lines at the edges of pages that are not of the text. Pure. */
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
function leadingOf(pages: PdfLine[][]): number {
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
  const leading = leadingOf(rest);
  for (const [reason, from, on] of [
    ['页眉', 0, 1],
    ['页脚', -1, -1],
  ] as const) {
    const edges = rest.flatMap((lines) => lines.at(from) ?? []);
    const recurring = running(edges, pages.length);
    for (const lines of rest) {
      const line = lines.at(from);
      const next = lines.at(from + on);
      if (line && recurring.has(line) && standsApart(line, next, leading))
        found.push({ line, reason });
    }
  }
  return found;
}
