/** The blocks of a document as a tree: lists, quotations and tables around them, once for all writers. */
import type { Container, Entry } from './types.ts';

/** A block or what holds blocks; blocks are told by their place in the document. */
export type BlockNode =
  | { type: 'block'; at: number }
  /** A line drawn across. */
  | { type: 'rule' }
  /** `start` is the first number of a numbered list. */
  | { type: 'list'; start?: number | undefined; items: BlockNode[][] }
  | { type: 'quote'; children: BlockNode[] }
  /** The cells of each row; the first row is the head. */
  | { type: 'table'; columns: NonNullable<Container['columns']>; rows: number[][] };

/**
 * @param from the first block
 * @param to the block after the last
 * @param depth of the containers that are wanted; outer ones are passed over
 * @returns the nodes of this stretch; a container that reaches out of it is left out, its blocks are not
 */
export function blockTree(
  document: Entry,
  from = 0,
  to = document.blocks.length,
  depth = 0,
): BlockNode[] {
  const within = document.containers.filter((one) => one.depth >= depth && one.from >= from);
  const nodes: BlockNode[] = [];
  const rules = (at: number): void => {
    for (const one of within)
      if (one.kind === 'rule' && one.from === at && one.depth === depth)
        nodes.push({ type: 'rule' });
  };
  for (let at = from; at < to;) {
    rules(at);
    const container = within.find(
      (one) =>
        one.from === at && one.to > at && one.to <= to && /^(?:list|quote|table)$/u.test(one.kind),
    );
    nodes.push(container ? nodeOf(document, container) : { type: 'block', at });
    at = container?.to ?? at + 1;
  }
  rules(to);
  return nodes;
}

function nodeOf(document: Entry, container: Container): BlockNode {
  const { kind, from, to, depth, start, columns = [] } = container;
  if (kind === 'quote')
    return { type: 'quote', children: blockTree(document, from, to, depth + 1) };
  const parts = document.containers.filter(
    (one) =>
      one.kind === (kind === 'list' ? 'item' : 'row') &&
      one.depth === depth + 1 &&
      one.from >= from &&
      one.to <= to,
  );
  if (kind === 'list')
    return {
      type: 'list',
      start,
      items: parts.map((item) => blockTree(document, item.from, item.to, depth + 2)),
    };
  const rows = parts.map((row) =>
    Array.from({ length: row.to - row.from }, (_, i) => row.from + i),
  );
  return { type: 'table', columns, rows };
}
