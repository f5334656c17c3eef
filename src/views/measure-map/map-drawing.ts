/** The geometry of the map: its two forms, the lines that a name takes, and the curves between names. */
import { unbroken } from '../wording/line-breaks.ts';

/** A drawing for one width of page. */
export interface MapForm {
  name: 'wide' | 'narrow';
  width: number;
  /** Where each column begins. */
  columns: { source: number; measure: number; object: number };
  /** Characters that a line of each column has room for. */
  longest: { source: number; measure: number; object: number };
  /** A document's name stands over its measures, not before them. */
  sourceAbove: boolean;
  /** About the width of a character of a measure's name. */
  em: number;
}

export const WIDE: MapForm = {
  name: 'wide',
  width: 1160,
  columns: { source: 300, measure: 440, object: 900 },
  longest: { source: 20, measure: 20, object: 17 },
  sourceAbove: false,
  em: 14,
};

/** For a phone: its letters are as large there as the page's own. */
export const NARROW: MapForm = {
  name: 'narrow',
  width: 360,
  columns: { source: 0, measure: 6, object: 240 },
  longest: { source: 15, measure: 11, object: 8 },
  sourceAbove: true,
  em: 13,
};

/** The height of a line of a name. */
export const LINE = 18;
/** Space under a name. */
export const SPACE = 12;
/** Space after the last measure of a document. */
export const GAP = 22;
/** Where the first row begins, under the headings. */
export const TOP = 34;
/** Objects stand this far apart at most, from the end of one to the next. */
export const SPREAD = 28;

/** The height of a name's bar. */
export const barHeight = (lines: string[]): number => lines.length * LINE + 4;

/** A name in lines of at most so many characters, none ending inside a word that would fit. */
function wrapped(name: string, most: number): string[] {
  const lines: string[] = [''];
  for (const piece of unbroken(name).flatMap((long) => chunks(long, most))) {
    const last = lines.length - 1;
    if (lines[last]!.length + piece.length <= most) lines[last] += piece;
    else lines.push(piece);
  }
  return lines.filter((line) => line !== '');
}

/**
 * A name in as few lines as its column allows, these as even as they can be.
 * @param most characters that a line of the column has room for
 */
export function linesOf(name: string, most: number): string[] {
  const fewest = wrapped(name, most).length;
  for (let fill = Math.ceil(name.length / fewest); fill < most; fill++) {
    const lines = wrapped(name, fill);
    if (lines.length === fewest) return lines;
  }
  return wrapped(name, most);
}

/** A piece that is longer than a line, cut. */
function chunks(piece: string, most: number): string[] {
  const characters = Array.from(piece);
  return Array.from({ length: Math.ceil(characters.length / most) }, (_, i) =>
    characters.slice(i * most, (i + 1) * most).join(''),
  );
}

/** Where a line may leave a measure: after its longest line and the number under it. */
export const nameEnd = ({ columns, em }: MapForm, lines: string[], counted: boolean): number =>
  columns.measure +
  12 +
  Math.max(
    ...lines.map((line, i) => line.length * em + (counted && i === lines.length - 1 ? 30 : 2)),
  );

export interface MapPoint {
  x: number;
  y: number;
}

/** The path of a line that leaves one point and reaches the other level. */
export function curve(from: MapPoint, to: MapPoint): string {
  const middle = Math.round((from.x + to.x) / 2);
  return `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
}
