/** 编、章、节: which lines that look like the heading of one are, and which only stand in a list of contents. */
import type { Label } from './labels.ts';
import type { UnitKind } from './types.ts';

/** From outermost: 编、分编、部分、章、节. */
export const DIVISIONS: readonly UnitKind[] = ['book', 'subbook', 'division', 'chapter', 'section'];

export const rankOf = (kind: UnitKind): number => DIVISIONS.indexOf(kind);

/** A line that looks like the heading of a division. */
export interface DivisionLine {
  index: number;
  label: Label;
  heading: string;
}

const LONGEST = 60;

/** Whether a block that begins with 第三章 is its heading, and no sentence about it. */
export const isHeadingLine = (text: string, label: Label): boolean =>
  text.length <= LONGEST &&
  !/[。；;，,：:]$/u.test(text.trim()) &&
  (label.apart || !/^[的中规和及、，。]/u.test(text.slice(label.after)));

const CONTENTS = /^[\s\u3000]*(?:#{1,6}[\s\u3000]*)?目[\s\u3000]*[录次][\s\u3000]*$/u;
export const isContentsLine = (text: string): boolean => text.length < 16 && CONTENTS.test(text);

/**
 * Leaves out what stands in a list of contents.
 * @param lines in order
 * @param contents index of the block 目录, or -1
 * @param firstArticle index of the block of the first article, or Infinity
 */
export function withoutContents(
  lines: readonly DivisionLine[],
  contents: number,
  firstArticle: number,
): DivisionLine[] {
  const before = lines.filter(({ index }) => index < firstArticle);
  let kept = before.length;
  if (firstArticle !== Infinity) {
    // Before the first article stand its own 编、章、节 alone, each once, from the outermost inwards.
    let rank = Infinity;
    for (; kept > 0 && rankOf(before[kept - 1]!.label.kind) < rank; kept--)
      rank = rankOf(before[kept - 1]!.label.kind);
  } else if (contents >= 0) {
    const opener = before.find(({ index }) => index > contents);
    const same = (line: DivisionLine): boolean =>
      opener !== undefined && nameOf(line.label) === nameOf(opener.label);
    kept = before.findLastIndex(same);
    if (kept >= 0 && before[kept] === opener) kept = before.length;
  } else kept = 0;
  const cut = Math.max(0, kept);
  const again = new Set(lines.slice(cut).map(({ label }) => nameOf(label)));
  const inContents = (line: DivisionLine, i: number): boolean =>
    i < cut && (again.has(nameOf(line.label)) || (contents >= 0 && line.index > contents));
  return lines.filter((line, i) => !inContents(line, i));
}

const nameOf = ({ kind, number }: Label): string => `${kind} ${number.join('.')}`;

/**
 * Whether a division's number is in turn: the next, a later one where the next never comes, or, as a heading,
 * the last one once more where a text numbers twice.
 * @param line its heading
 * @param last the number of the one before it in the same division; empty for the first
 * @param later the headings that come after it
 * @param isHeading whether it is set as a heading
 */
export function inTurn(
  { label }: DivisionLine,
  last: readonly number[],
  later: readonly DivisionLine[],
  isHeading: boolean,
): boolean {
  const { kind, number } = label;
  if (number.length > 1) return number[0] === last[0] && number[1]! > (last[1] ?? 0);
  const expected = (last[0] ?? 0) + 1;
  if (number[0]! <= expected) return number[0] === expected || (isHeading && number[0] === last[0]);
  const outer = later.findIndex((other) => rankOf(other.label.kind) < rankOf(kind));
  const siblings = outer < 0 ? later : later.slice(0, outer);
  return !siblings.some((other) => other.label.kind === kind && other.label.number[0] === expected);
}
