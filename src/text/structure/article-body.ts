/** What stands in an article: its 款, and in them 项 and 目. */
import { isHeadingLine } from './divisions.ts';
import type { Label } from './labels.ts';
import type { Tree } from './tree.ts';
import type { StructuralUnit } from './types.ts';

const ENDS = /[。！？.!?…][”’」』）)】》]*$/u;
/** A 款 is a sentence: a signature under the last article is none. */
const SENTENCE = /[。；：！？，;:…]/u;

const clausesOf = (article: StructuralUnit): number =>
  article.children.filter(({ kind }) => kind === 'clause').length;

/** Opens the next 款 of an article. */
export function openClause(
  tree: Tree,
  article: StructuralUnit,
  index: number,
  offset: number,
): void {
  const depth = tree.open.findIndex(({ unit }) => unit === article) + 1;
  const start = tree.point(index, offset);
  tree.close(depth, start);
  tree.add({ kind: 'clause', number: [clausesOf(article) + 1] }, start);
}

/**
 * Reads a block of an article that begins with no number.
 * @param before the text of the block before it
 */
export function readClause(
  tree: Tree,
  article: StructuralUnit,
  index: number,
  text: string,
  before: string,
): void {
  if (clausesOf(article) === 0) openClause(tree, article, index, 0);
  else if (ENDS.test(before.trim()) && SENTENCE.test(text)) openClause(tree, article, index, 0);
}

/**
 * Reads a block of an article that begins with （一）, 1. and the like.
 * @returns whether it is in turn: otherwise it is text like any other
 */
export function readItem(
  tree: Tree,
  article: StructuralUnit,
  index: number,
  label: Label,
): boolean {
  const from = tree.open.findIndex(({ unit }) => unit === article);
  const known = tree.open.findIndex(({ style }, i) => i > from && style === label.style);
  const number = label.number[0]!;
  const start = tree.point(index, label.start);
  if (known < 0) {
    if (number !== 1) return false;
    if (clausesOf(article) === 0) openClause(tree, article, index, 0);
  } else {
    if (number <= tree.open[known]!.unit.number[0]!) return false;
    tree.close(known, tree.point(index, 0));
  }
  const within = tree.innermost!.kind;
  const kind = within === 'item' || within === 'subitem' ? 'subitem' : 'item';
  tree.add({ kind, number: [number], label: label.printed, style: label.style }, start);
  return true;
}

// 一、（一）1.（1）: the levels of a text without articles, and what numbers like them inside an article.

/** As many numbers may be lost between two that follow one another. */
const STEPS = [1, 2];

/**
 * Reads a block that begins with such a number.
 * @param article the article that is open, if any: what goes on a list outside it closes it
 * @returns whether the number is in turn: otherwise the block is text like any other
 */
export function readLevel(
  tree: Tree,
  article: StructuralUnit | undefined,
  index: number,
  text: string,
  label: Label,
): boolean {
  const { open } = tree;
  const inside = article ? open.findIndex(({ unit }) => unit === article) : open.length;
  const known = open.findIndex(
    ({ style, unit }, i) => i < inside && style === label.style && unit.kind === 'level',
  );
  const number = label.number[0]!;
  const next = known >= 0 && STEPS.includes(number - open[known]!.unit.number[0]!);
  if (article && !next) return readItem(tree, article, index, label);
  if (!next && number !== 1) return false;
  if (known >= 0) tree.close(known, tree.point(index));
  const heading = isHeadingLine(text, label) ? text.slice(label.after).trim() : '';
  const { printed, style, start } = label;
  tree.add(
    { kind: 'level', number: [number], label: printed, heading, style },
    tree.point(index, start),
  );
  return true;
}
