/** The geometry of the map: its columns, its rows, and the lines between them. */

export const MAP_WIDTH = 1160;
/** A measure's row, and the space after a document's last. */
export const ROW = 30;
export const GAP = 22;
/** Where the first row begins, under the headings. */
export const TOP = 34;
/** The height of a measure's bar; the rest of its row is space. */
export const BAR = ROW - 8;
/** What a document's name needs beside its bar. */
export const SOURCE_ROW = ROW * 1.6;
/** Objects stand this far apart at most. */
export const SPREAD = 46;
/** Where each column begins. */
export const COLUMNS = { source: 300, measure: 440, object: 900 };

/** Names longer than this many characters are cut. */
const LONGEST = { source: 19, measure: 20, object: 17 };

/** A name as its column has room for it; a number is not cut in two. */
export function fitted(name: string, column: keyof typeof COLUMNS): string {
  const most = LONGEST[column];
  if (name.length <= most) return name;
  const cut = name.slice(0, most - 1);
  const inNumber = /[第\d]$/u.test(cut) && /^[\d.]/u.test(name.slice(most - 1));
  return `${inNumber ? cut.replace(/第?\d*$/u, '') : cut}…`;
}

/** Where a line may leave a measure: after its name, at about one em a character. */
export const nameEnd = (name: string): number =>
  COLUMNS.measure + 12 + Math.min(name.length, LONGEST.measure) * 14 + 30;

export interface MapPoint {
  x: number;
  y: number;
}

/** The path of a line that leaves one point and reaches the other level. */
export function curve(from: MapPoint, to: MapPoint): string {
  const middle = Math.round((from.x + to.x) / 2);
  return `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
}
