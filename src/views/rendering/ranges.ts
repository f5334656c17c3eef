/**
 * A text with elements around ranges of it, without changing a character. Ranges may cross: the inner one
 * is then cut, and stands in two pieces.
 */
import { escapeText } from './html.ts';

/** A range of a text and what stands around it. */
export interface Range {
  start: number;
  end: number;
  /** The start tag, and the end tag. */
  open: string;
  close: string;
  /** What follows the whole range, at the first place that is in no other range. */
  after?: string;
}

/** The characters “ and ‘ are shared with Latin scripts, so that browsers keep them with the one before. */
const BEFORE_MARK = /(?<=\p{Script=Han})(?=[“‘])/gu;

/** Where a line may end though browsers would not break it: before a mark that opens a quotation. */
function breaks(text: string): Set<number> {
  const places = new Set<number>();
  if (/[“‘]/u.test(text)) for (const { index } of text.matchAll(BEFORE_MARK)) places.add(index);
  return places;
}

/**
 * @param text a block's text
 * @param ranges outermost first; a range without length is an element without content
 * @returns HTML whose text is `text` and what `after` adds
 */
export function renderRanges(text: string, ranges: readonly Range[]): string {
  const lineBreaks = breaks(text);
  if (ranges.length === 0 && lineBreaks.size === 0) return escapeText(text);
  const starting = Map.groupBy(ranges.entries(), ([, range]) => range.start);
  const edges = new Set([0, text.length, ...lineBreaks]);
  for (const { start, end } of ranges) edges.add(start).add(end);
  const at = [...edges].sort((a, b) => a - b);
  const writer = new Writer(ranges);
  at.forEach((edge, i) => {
    writer.end(edge);
    if (lineBreaks.has(edge)) writer.write('<wbr>');
    for (const [index, range] of starting.get(edge) ?? []) writer.begin(index, range);
    const next = at[i + 1];
    if (next !== undefined) writer.text(text.slice(edge, next));
  });
  return writer.html;
}

/** Writes pieces of text one after another, with the tags of the ranges that cover each. */
class Writer {
  html = '';
  readonly #ranges: readonly Range[];
  /** Indices of the ranges that cover what is written next, outermost first. */
  #covering: number[] = [];
  /** Indices of those whose start tags are written. */
  #opened: number[] = [];
  #waiting: string[] = [];

  constructor(ranges: readonly Range[]) {
    this.#ranges = ranges;
  }

  /** Ends the ranges that end here. */
  end(edge: number): void {
    const ending = this.#covering.filter((index) => this.#ranges[index]!.end <= edge);
    if (ending.length === 0) return;
    this.#covering = this.#covering.filter((index) => this.#ranges[index]!.end > edge);
    for (const index of ending) this.#waiting.push(this.#ranges[index]!.after ?? '');
    this.#closeTo(common(this.#opened, this.#covering));
  }

  begin(index: number, range: Range): void {
    if (range.start < range.end) {
      this.#covering.push(index);
      this.#covering.sort((a, b) => a - b);
    } else this.html += range.open + range.close + (range.after ?? '');
  }

  text(piece: string): void {
    const kept = common(this.#opened, this.#covering);
    this.#closeTo(kept);
    for (const index of this.#covering.slice(kept)) {
      this.html += this.#ranges[index]!.open;
      this.#opened.push(index);
    }
    this.html += escapeText(piece);
  }

  write(html: string): void {
    this.html += html;
  }

  #closeTo(kept: number): void {
    while (this.#opened.length > kept) this.html += this.#ranges[this.#opened.pop()!]!.close;
    if (this.#opened.length === 0 && this.#covering.length === 0) {
      this.html += this.#waiting.join('');
      this.#waiting = [];
    }
  }
}

/** How many items two lists have in common at their beginning. */
function common(one: number[], other: number[]): number {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count++;
  return count;
}
