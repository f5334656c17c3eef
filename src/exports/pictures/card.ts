/** What a page shows of itself where its address is shared: 1200 by 630 pixels, as Open Graph has it. */
import { PICTURE_HEIGHT as HEIGHT, PICTURE_WIDTH as WIDTH } from '../documents.ts';
import { Canvas } from './canvas.ts';
import type { Glyphs } from './glyphs.ts';
import { evenLines, linesOf } from './lines.ts';

/** What stands on a card; what is not known is left out. */
export interface Card {
  title: string;
  /** 政策, 答复: absent on the library's own card. */
  kind?: string;
  /** 发文字号 */
  number?: string | undefined;
  date?: string | undefined;
  /** The name of the library. */
  library: string;
  /** A sentence under the title, on the library's own card. */
  about?: string;
}

const MARGIN = 88;
const MEASURE = WIDTH - 2 * MARGIN;
const SMALL = 28;
/** Of the title, the largest in which it fits, with what it has room for. */
const SETTINGS = [
  { size: 60, leading: 84, most: 3 },
  { size: 48, leading: 67, most: 4 },
  { size: 36, leading: 54, most: 5 },
];
const RULE = 128;
const FOOT = 540;

type Setting = (typeof SETTINGS)[number];

/** Cuts words to so many lines; the last one then ends with an ellipsis. */
function fitted(words: string, size: number, most: number, glyphs: Glyphs): string[] {
  const measure = (some: string): number => glyphs.widthOf(some, size);
  const lines = linesOf(words, MEASURE, measure);
  if (lines.length <= most) return evenLines(words, MEASURE, measure, size);
  const kept = lines.slice(0, most);
  let last = [...kept.at(-1)!];
  while (measure(`${last.join('')}…`) > MEASURE) last = last.slice(0, -1);
  return [...kept.slice(0, -1), `${last.join('')}…`];
}

/** @returns the lines of a title, and how they are set */
export function titleLines(title: string, glyphs: Glyphs): Setting & { lines: string[] } {
  const largest = SETTINGS.find(
    ({ size, most }) =>
      linesOf(title, MEASURE, (words) => glyphs.widthOf(words, size)).length <= most,
  );
  const setting = largest ?? SETTINGS.at(-1)!;
  return { ...setting, lines: fitted(title, setting.size, setting.most, glyphs) };
}

/** The words of a card in one string: what its characters are opened by. */
export const wordsOf = ({ title, kind = '', number = '', date = '', library, about = '' }: Card) =>
  `${title}${kind}${number}${date}${library}${about}…`;

/** @returns the card as PNG */
export function drawCard(card: Card, glyphs: Glyphs): Uint8Array {
  const canvas = new Canvas(WIDTH, HEIGHT, glyphs);
  const right = (words: string): number => WIDTH - MARGIN - glyphs.widthOf(words, SMALL);
  canvas.fill(MARGIN, 76, 18, 18, 'seal');
  canvas.write(card.library, MARGIN + 34, 95, SMALL, 'faint');
  if (card.kind) canvas.write(card.kind, right(card.kind), 95, SMALL, 'seal');
  canvas.fill(MARGIN, RULE, MEASURE, 3, 'seal');
  const { lines, size, leading } = titleLines(card.title, glyphs);
  const about = card.about ? fitted(card.about, SMALL, 4, glyphs) : [];
  const height = lines.length * leading + about.length * 46 + (about.length > 0 ? 24 : 0);
  // The middle of the sheet between the rules; a baseline is 0.88 em under its line's top.
  const top = Math.round((RULE + FOOT - 46 - height) / 2) + 8;
  const baseline = top + Math.round((leading - size) / 2 + size * 0.88);
  lines.forEach((line, i) => canvas.write(line, MARGIN, baseline + i * leading, size, 'ink'));
  const under = top + lines.length * leading + 24 + 34;
  about.forEach((line, i) => canvas.write(line, MARGIN, under + i * 46, SMALL, 'faint'));
  if (card.number ?? card.date) canvas.fill(MARGIN, FOOT - 46, MEASURE, 1, 'faint');
  if (card.number) canvas.write(card.number, MARGIN, FOOT, SMALL, 'ink');
  if (card.date) canvas.write(card.date, right(card.date), FOOT, SMALL, 'ink');
  return canvas.png();
}
