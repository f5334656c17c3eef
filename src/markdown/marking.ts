/** Marks ranges of a block's text (a name, words with a note) without changing a character. */
import type { PhrasingContent } from 'mdast';
import { textRuns, type BlockNode, type TextRun } from '../text/blocks.ts';
import { textNode, type Child } from './elements.ts';

/** A range of a block's text and what to put around it. */
export interface Marking {
  start: number;
  end: number;
  wrap: (children: Child[]) => Child[];
}

/** Cuts `[from, to)` of a run at the markings' edges, wrapping what they cover; outer ones first. */
function segments(run: TextRun, from: number, to: number, markings: Marking[]): Child[] {
  const [outer, ...inner] = markings;
  if (!outer) return [textNode(run.node.value.slice(from - run.start, to - run.start))];
  const start = Math.min(Math.max(outer.start, from), to);
  const end = Math.max(Math.min(outer.end, to), from);
  if (start >= end) return segments(run, from, to, inner);
  return [
    ...(from < start ? segments(run, from, start, inner) : []),
    ...outer.wrap(segments(run, start, end, inner)),
    ...(end < to ? segments(run, end, to, inner) : []),
  ];
}

/**
 * Wraps ranges of a block. A marking that an inline element cuts is wrapped piece by piece.
 * @param block a paragraph, heading, cell or part; its children are changed
 * @param markings outermost first; those of one kind do not overlap
 */
export function mark(block: BlockNode, markings: Marking[]): void {
  if (markings.length === 0) return;
  for (const run of textRuns(block)) {
    const end = run.start + run.node.value.length;
    const here = markings.filter((m) => m.start < end && m.end > run.start);
    if (here.length === 0 || run.node.type !== 'text') continue;
    const pieces = segments(run, run.start, end, here);
    const at = run.parent.children.indexOf(run.node as PhrasingContent);
    run.parent.children.splice(at, 1, ...(pieces as PhrasingContent[]));
  }
}
