/**
 * The blocks of a parsed document, numbered: its paragraphs, headings, cells and official parts, and the
 * lists, quotes and tables that they stand in.
 */
import type { Heading, List, Node, Paragraph, Parent, Root, Table, TableCell } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { findPart } from './parts.ts';

export type BlockNode = Paragraph | Heading | TableCell | MdxJsxFlowElement | MdxJsxTextElement;

/** A block where it stands in the document. */
export interface BlockPlace {
  node: BlockNode;
  id: string;
  kind: 'paragraph' | 'heading' | 'part';
  number?: number;
  part?: string;
  depth?: number;
}

/** What holds blocks: blocks `from` up to, but without, `to`. A `rule`, a line drawn across, holds none. */
export interface Container {
  kind: 'list' | 'item' | 'quote' | 'table' | 'row' | 'rule';
  from: number;
  to: number;
  /** How many containers it stands in. */
  depth: number;
  /** For a numbered list: its first number. */
  start?: number;
  /** For a table: how each column is set. */
  columns?: ('left' | 'center' | 'right' | null)[];
}

/** Gives blocks their anchors: a count a kind. */
export class Numbering {
  readonly #counts = new Map<string, number>();

  #next(kind: string): number {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    return count;
  }

  paragraph(): { id: string; kind: 'paragraph'; number: number } {
    const number = this.#next('p');
    return { id: `p${number}`, kind: 'paragraph', number };
  }

  heading(level: number): { id: string; kind: 'heading'; depth: number } {
    return { id: `s${this.#next('s')}`, kind: 'heading', depth: Math.max(2, level) };
  }

  cell(): { id: string; kind: 'paragraph' } {
    return { id: `t${this.#next('t')}`, kind: 'paragraph' };
  }

  part(name: string): { id: string; kind: 'part'; part: string } {
    const { id } = findPart(name)!;
    const count = this.#next(id);
    return { id: count > 1 ? `${id}-${count}` : id, kind: 'part', part: name };
  }
}

/** `<Masthead>…</Masthead>` alone on its line is parsed as a paragraph that holds an element. */
function onlyPart({ children }: Paragraph): MdxJsxTextElement | null {
  const [only, ...more] = children.filter((child) => child.type !== 'text' || child.value.trim());
  return only?.type === 'mdxJsxTextElement' && more.length === 0 && findPart(only.name)
    ? only
    : null;
}

/** The place of a node that is a block, numbered; null for one that is not. */
function placeOf(node: Node, numbering: Numbering): BlockPlace | null {
  const block = node as BlockNode;
  if (block.type === 'heading') return { node: block, ...numbering.heading(block.depth) };
  if (block.type === 'tableCell') return { node: block, ...numbering.cell() };
  const part = block.type === 'paragraph' ? onlyPart(block) : block;
  if (part?.name !== undefined && findPart(part.name)) {
    // An official part holds its words directly.
    const [child, ...more] = part.children;
    const inside = child?.type === 'paragraph' && more.length === 0 ? child : part;
    return {
      node: { ...part, children: inside.children } as BlockNode,
      ...numbering.part(part.name!),
    };
  }
  return block.type === 'paragraph' ? { node: block, ...numbering.paragraph() } : null;
}

const CONTAINER_KINDS: Record<string, Container['kind']> = {
  list: 'list',
  listItem: 'item',
  blockquote: 'quote',
  table: 'table',
  tableRow: 'row',
  thematicBreak: 'rule',
};

/**
 * Lists the blocks of a parsed tree in order, and what they stand in.
 * @returns each block with its anchor: `p1`… for paragraphs, `s1`… for headings, `t1`… for cells of
 *   tables, and the name of the part for official parts
 */
export function blocksOf(tree: Root): { places: BlockPlace[]; containers: Container[] } {
  const places: BlockPlace[] = [];
  const containers: Container[] = [];
  const numbering = new Numbering();
  const walk = (node: Node, depth: number): void => {
    const place = placeOf(node, numbering);
    if (place) {
      places.push(place);
      return;
    }
    const kind = CONTAINER_KINDS[node.type];
    const container: Container | undefined = kind && { kind, from: places.length, to: 0, depth };
    if (container) containers.push(container);
    if (container?.kind === 'list' && (node as List).ordered)
      container.start = (node as List).start ?? 1;
    if (container?.kind === 'table') container.columns = (node as Table).align ?? [];
    for (const child of (node as Parent).children ?? []) walk(child, container ? depth + 1 : depth);
    if (container) container.to = places.length;
  };
  walk(tree, 0);
  return { places, containers };
}
