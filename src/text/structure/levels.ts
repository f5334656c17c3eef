/** 一、（一）1.（1）: the levels of a text without articles, and what numbers like them inside an article. */
import { readItem } from './article-body.ts';
import { isHeadingLine } from './divisions.ts';
import type { Label } from './labels.ts';
import type { Tree } from './tree.ts';
import type { StructuralUnit } from './types.ts';

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
