/** The entries that have a text of their own: the files beside their pages, and their blocks as a tree for every writer. */
import type { Container, Entry, Library } from '../library/types.ts';
import { keyFigures } from '../views/key-figures/key-figures.ts';
import { isDocument } from '../views/known-fields.ts';
import { pagePath, sitePath, type SitePath } from '../views/urls.ts';

/** The documents of a library, in the order of its lists. */
export const documentsOf = (library: Library): Entry[] =>
  [...library.entries.values()].filter(isDocument);

/** The lasting address of a file beside an entry's page: `policies/plan.txt`. */
export const pathBeside = ({ key }: Pick<Entry, 'key'>, ending: string): SitePath =>
  sitePath(`${key}.${ending}`);

/** Whether the document's own text begins with its title. */
export const hasOwnTitle = (document: Entry): boolean =>
  document.blocks.some(({ part, depth }) => part === 'DocumentTitle' || depth === 1);

/** What a page says under an entry's title, as words: each value with what it is, and whether it is from outside. */
export const factsOf = (library: Library, entry: Entry): [name: string, value: string][] =>
  keyFigures({ library, page: pagePath(entry.key) }, entry).map(({ label, parts, source }) => [
    label,
    parts.map(({ text }) => text).join('、') + (source ? `（${source}）` : ''),
  ]);

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
