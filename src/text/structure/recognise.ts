/** What each block of one text, or of one annex, is: its numbers judged together. */
import { type Label, labelOf, refersOnly, runOnArticles } from './labels.ts';
import type { TextBlock, UnitKind } from './units.ts';

/** Whether a block is a cell of a table. */
export const isCell = ({ id }: TextBlock): boolean => /^t\d/u.test(id);

/**
 * @param blocks the blocks of one text
 * @returns by the index of the block: the label that it begins with, its articles, and the headings of 编、章、节
 */
export function recognise(blocks: readonly TextBlock[]) {
  const labels = blocks.map((block) =>
    block.kind === 'part' || isCell(block) ? null : labelOf(block.text),
  );
  const quoted = quotedBlocks(blocks, labels);
  const candidates: Candidate[] = [];
  const lines: DivisionLine[] = [];
  blocks.forEach(({ text, kind }, index) => {
    const label = labels[index];
    const add = (one: Label, runOn: boolean): void =>
      void candidates.push({
        ...quoted[index]!,
        index,
        label: one,
        runOn,
        refers: refersOnly(text, one),
      });
    if (label?.kind === 'article') add(label, false);
    else if (label && rankOf(label.kind) >= 0) {
      const { marked, amended } = quoted[index]!;
      if (kind === 'heading' || (!marked && !amended && isHeadingLine(text, label)))
        lines.push({ index, label });
    }
    if (kind === 'paragraph') for (const run of runOnArticles(text)) add(run, true);
  });
  const articles = Map.groupBy(chooseArticles(candidates), ({ index }) => index);
  const [first = Infinity] = articles.keys();
  const kept = withoutContents(lines, blocks.findIndex(isContentsLine), first);
  return { labels, articles, divisions: new Map(kept.map((line) => [line.index, line])) };
}

// Quoted text: an amending decision quotes articles and chapters of another text, each paragraph with an opening
// mark, or after 修改为： without any. What is quoted is no structure of this text.

/** A sentence that says how another text is to read from now on. */
const AMENDS = /(?:修改为|改为|作为第|增加|表述为|内容如下|修正如下)[^。]*[:：]\s*$/u;

/** Why a block may be quoted. */
interface Quoted {
  /** Stands between a mark that was opened in an earlier block and its end. */
  marked: boolean;
  /** Follows, directly or at a distance, a sentence that ends with 修改为： and the like. */
  amended: boolean;
}

function quotedBlocks(blocks: readonly TextBlock[], labels: (Label | null)[]): Quoted[] {
  let open = 0;
  let amended = false;
  const count = (text: string, marks: RegExp): number => text.match(marks)?.length ?? 0;
  return blocks.map(({ text }, index) => {
    // 二、 after 一、 takes up the text's own numbering again.
    if (labels[index]?.style === '一、') amended = false;
    const quoted = { marked: open > 0, amended };
    // A quotation of several paragraphs opens each of them and closes the last.
    const again = open > 0 && /^\s*[“「『]/u.test(text) ? 1 : 0;
    open = Math.max(0, open + count(text, /[“「『]/gu) - again - count(text, /[”」』]/gu));
    if (text.includes('：') || text.includes(':')) amended ||= AMENDS.test(text);
    return quoted;
  });
}

// Which of the places that look like the beginning of an article are one: those whose numbers follow one another. A
// reference (第九条规定的……), a quoted article and a number out of turn are not.

/** A place that looks like an article. */
interface Candidate extends Quoted {
  index: number;
  label: Label;
  /** Run on inside a block, after the end of a sentence. */
  runOn: boolean;
  refers: boolean;
}

/** An article of this text; `restarts` where a second text begins with it. */
export interface ChosenArticle extends Candidate {
  restarts: boolean;
}

/** As many articles in a row show that a text begins with another number than one, or begins anew. */
const RUN = 3;

const first = (c: Candidate): number => c.label.number[0]!;
const plain = (c: Candidate): boolean => c.label.number.length === 1;

/** Whether `length` articles follow one another from here on, each with the next number. */
function runs(all: readonly Candidate[], from: number, length: number): boolean {
  const start = first(all[from]!);
  let found = 1;
  for (let i = from + 1; i < all.length && found < length; i++) {
    const c = all[i]!;
    if (plain(c) && first(c) === start + found && (c.label.apart || !c.refers)) found++;
  }
  return found >= length;
}

/** Whether an article comes after the last one, as 之一 does after its own, and 十三 after 十二. */
function follows({ label: { number } }: Candidate, last: readonly number[]): boolean {
  if (number.length === 1) return number[0] === last[0]! + 1;
  const at = number.findIndex((part, i) => part !== (last[i] ?? 0));
  return at > 0 && number[at]! > (last[at] ?? 0);
}

/**
 * Chooses the articles of a text, or of one annex.
 * @param all every place that looks like an article, in order
 * @returns those that are; none where fewer than two follow one another
 */
function chooseArticles(all: readonly Candidate[]): ChosenArticle[] {
  const chosen: ChosenArticle[] = [];
  let last: number[] = [];
  const take = (c: Candidate, restarts = false): void => {
    chosen.push({ ...c, restarts });
    last = c.label.number;
  };
  // Whether the article that is due still comes: then what stands here is out of turn.
  const comesLater = (from: number, due: number): boolean =>
    all.slice(from + 1).some((c) => plain(c) && first(c) === due && !c.refers);
  all.forEach((c, i) => {
    const { apart } = c.label;
    const free = !c.marked && !c.amended;
    const due = last.length ? follows(c, last) : plain(c) && first(c) === 1;
    if (c.refers && !(apart && due)) return;
    if (last.length === 0) {
      if (c.runOn || !plain(c)) return;
      const begins = first(c) === 1 ? runs(all, i, 2) : apart && runs(all, i, RUN);
      if (begins && (free || (!c.amended && runs(all, i, RUN + 2)))) take(c);
    } else if (due) {
      if (!c.amended || plain(c)) take(c);
    } else if (c.runOn || !free || !plain(c) || c.refers || !apart) return;
    else if (first(c) === 1 && runs(all, i, RUN)) take(c, true);
    else if (first(c) > last[0]! && !comesLater(i, last[0]! + 1)) take(c);
  });
  return chosen;
}

// 编、章、节: which lines that look like the heading of one are, and which only stand in a list of contents.

/** From outermost: 编、分编、部分、章、节. */
const DIVISIONS: readonly UnitKind[] = ['book', 'subbook', 'division', 'chapter', 'section'];

export const rankOf = (kind: UnitKind): number => DIVISIONS.indexOf(kind);

/** A line that looks like the heading of a division. */
export interface DivisionLine {
  index: number;
  label: Label;
}

const LONGEST = 60;

/** Whether a block that begins with 第三章 is its heading, and no sentence about it. */
export const isHeadingLine = (text: string, label: Label): boolean =>
  text.length <= LONGEST &&
  !/[。；;，,：:]$/u.test(text.trim()) &&
  (label.apart || !/^[的中规和及、，。]/u.test(text.slice(label.after)));

const isContentsLine = ({ text }: TextBlock): boolean =>
  text.length < 16 && /^\s*(?:#{1,6}\s*)?目\s*[录次]\s*$/u.test(text);

/**
 * Leaves out what stands in a list of contents.
 * @param lines in order
 * @param contents index of the block 目录, or -1
 * @param firstArticle index of the block of the first article, or Infinity
 */
function withoutContents(
  lines: readonly DivisionLine[],
  contents: number,
  firstArticle: number,
): DivisionLine[] {
  const nameOf = ({ label: { kind, number } }: DivisionLine): string =>
    `${kind} ${number.join('.')}`;
  const before = lines.filter(({ index }) => index < firstArticle);
  let cut = 0;
  if (firstArticle !== Infinity) {
    // Before the first article stand its own 编、章、节 alone, each once, from the outermost inwards.
    let rank = Infinity;
    for (cut = before.length; cut > 0 && rankOf(before[cut - 1]!.label.kind) < rank; cut--)
      rank = rankOf(before[cut - 1]!.label.kind);
  } else if (contents >= 0) {
    // The first of the list comes again where the text begins.
    const opener = before.find(({ index }) => index > contents);
    const again = before.findLastIndex((line) => opener && nameOf(line) === nameOf(opener));
    cut = again >= 0 && before[again] === opener ? before.length : Math.max(0, again);
  }
  const kept = new Set(lines.slice(cut).map(nameOf));
  return lines.filter(
    (line, i) => i >= cut || !(kept.has(nameOf(line)) || (contents >= 0 && line.index > contents)),
  );
}

/**
 * Whether a division's number is in turn: the next, a later one where the next never comes, or, as a heading,
 * the last one once more where a text numbers twice.
 * @param label of its heading
 * @param last the number of the one before it in the same division; empty for the first
 * @param later the headings that come after it
 * @param isHeading whether it is set as a heading
 */
export function inTurn(
  { kind, number }: Label,
  last: readonly number[],
  later: readonly DivisionLine[],
  isHeading: boolean,
): boolean {
  if (number.length > 1) return number[0] === last[0] && number[1]! > (last[1] ?? 0);
  const expected = (last[0] ?? 0) + 1;
  if (number[0]! <= expected) return number[0] === expected || (isHeading && number[0] === last[0]);
  const outer = later.findIndex((other) => rankOf(other.label.kind) < rankOf(kind));
  return !later
    .slice(0, outer < 0 ? later.length : outer)
    .some((other) => other.label.kind === kind && other.label.number[0] === expected);
}
