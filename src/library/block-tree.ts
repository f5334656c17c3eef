/** The blocks of a document as a tree: lists, quotations and tables around them, once for all writers. */
import type { BlockNode } from '../text/blocks.ts';
import type { Entry } from './types.ts';

export type { BlockNode };

/**
 * @param from the first block
 * @param to the block after the last
 * @returns the nodes of this stretch; a list or quotation that reaches out of it is left out, its blocks are not
 */
export function blockTree(
  { blocks, tree }: Entry,
  from = 0,
  to = blocks.length,
): readonly BlockNode[] {
  if (tree) return from === 0 && to === blocks.length ? tree : within(tree, from, to);
  return blocks.slice(from, to).map((_, i) => ({ type: 'block', at: from + i }));
}

/** What stands in a list, quotation or table. */
function partsOf(node: BlockNode): BlockNode[] {
  if (node.type === 'list') return node.items.flat();
  if (node.type === 'quote') return node.children;
  return node.type === 'table' ? node.rows.flat().map((at) => ({ type: 'block', at })) : [];
}

const blocksIn = (node: BlockNode): number[] =>
  node.type === 'block' ? [node.at] : partsOf(node).flatMap(blocksIn);

const within = (nodes: readonly BlockNode[], from: number, to: number): BlockNode[] =>
  nodes.flatMap((node) => {
    const isInside = (at: number): boolean => at >= from && at < to;
    if (node.type === 'rule') return isInside(node.at) ? [node] : [];
    return blocksIn(node).every(isInside) ? [node] : within(partsOf(node), from, to);
  });
