/**
 * Which of the places that look like the beginning of an article are one: those whose numbers follow one
 * another. A reference (第九条规定的……), a quoted article and a number out of turn are not.
 */
import { refersOnly, type Label } from './labels.ts';
import type { TextBlock } from './types.ts';

/** A place that looks like an article. */
export interface Candidate {
  index: number;
  label: Label;
  quoted: Quoted;
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

export const candidate = (
  index: number,
  text: string,
  label: Label,
  quoted: Quoted,
  runOn = false,
): Candidate => ({ index, label, quoted, runOn, refers: refersOnly(text, label) });

const free = ({ quoted }: Candidate): boolean => !quoted.marked && !quoted.amended;
const first = (c: Candidate): number => c.label.number[0]!;
const plain = (c: Candidate): boolean => c.label.number.length === 1;

/** Whether `length` articles follow one another from here on, each with the next number. */
function runs(all: readonly Candidate[], from: number, length: number): boolean {
  const start = all[from]!;
  let next = first(start) + 1;
  let found = 1;
  for (let i = from + 1; i < all.length && found < length; i++) {
    const c = all[i]!;
    if (plain(c) && first(c) === next && (c.label.apart || !c.refers)) {
      next++;
      found++;
    }
  }
  return found >= length;
}

/** Whether an article comes after the last one, as 之一 does after its own, and 十三 after 十二. */
function follows(c: Candidate, last: readonly number[]): boolean {
  const { number } = c.label;
  if (number.length === 1) return number[0] === last[0]! + 1;
  const before = [...last, ...Array<number>(number.length).fill(0)];
  const at = number.findIndex((part, i) => part !== before[i]);
  return at > 0 && number[at]! > before[at]!;
}

/**
 * Chooses the articles of a text, or of one annex.
 * @param all every place that looks like an article, in order
 * @returns those that are; none where fewer than two follow one another
 */
export function chooseArticles(all: readonly Candidate[]): ChosenArticle[] {
  const chosen: ChosenArticle[] = [];
  let last: number[] = [];
  const take = (c: Candidate, restarts = false): void => {
    chosen.push({ ...c, restarts });
    last = c.label.number;
  };
  all.forEach((c, i) => {
    const due = last.length ? follows(c, last) : plain(c) && first(c) === 1;
    if (c.refers && !(c.label.apart && due)) return;
    if (last.length === 0) {
      if (c.runOn || !plain(c)) return;
      const begins = first(c) === 1 ? runs(all, i, 2) : c.label.apart && runs(all, i, RUN);
      if (begins && (free(c) || (!c.quoted.amended && runs(all, i, RUN + 2)))) take(c);
    } else if (due) {
      if (!c.quoted.amended || plain(c)) take(c);
    } else if (c.runOn || !free(c) || !plain(c) || c.refers || !c.label.apart) return;
    else if (first(c) === 1 && runs(all, i, RUN)) take(c, true);
    else if (first(c) > last[0]! && !laterHas(all, i, last[0]! + 1)) take(c);
  });
  return chosen;
}

/** Whether the article that is due still comes: then what stands here is out of turn. */
const laterHas = (all: readonly Candidate[], from: number, due: number): boolean =>
  all.slice(from + 1).some((c) => plain(c) && first(c) === due && !c.refers);

// Quoted text: an amending decision quotes articles and chapters of another text, each paragraph with an opening
// mark, or after 修改为： without any. What is quoted is no structure of this text.

const OPENS = /[“「『]/gu;
const CLOSES = /[”」』]/gu;
/** A sentence that says how another text is to read from now on. */
const AMENDS = /(?:修改为|改为|作为第|增加|表述为|内容如下|修正如下)[^。]*[:：]\s*$/u;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Why a block may be quoted. */
export interface Quoted {
  /** Stands between a mark that was opened in an earlier block and its end. */
  marked: boolean;
  /** Follows, directly or at a distance, a sentence that ends with 修改为： and the like. */
  amended: boolean;
}

/**
 * @param resumes whether a block takes up the text's own numbering again (二、 after 一、)
 * @returns for each block whether it may be quoted
 */
export function quotedBlocks(
  blocks: readonly TextBlock[],
  resumes: (index: number) => boolean,
): Quoted[] {
  let open = 0;
  let amended = false;
  return blocks.map(({ text }, index) => {
    if (amended && resumes(index)) amended = false;
    const quoted = { marked: open > 0, amended };
    // A quotation of several paragraphs opens each of them and closes the last.
    const again = open > 0 && /^[\s\u3000]*[“「『]/u.test(text) ? 1 : 0;
    open = Math.max(0, open + count(text, OPENS) - again - count(text, CLOSES));
    if (text.includes('：') || text.includes(':')) amended ||= AMENDS.test(text);
    return quoted;
  });
}
