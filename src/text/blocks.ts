/**
 * The blocks of a parsed document, numbered: its paragraphs, headings, cells and official parts, and the
 * lists, quotes and tables that they stand in.
 */
import type { Heading, Node, Paragraph, Root, TableCell } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import { findPart } from './parts.ts';

export type BlockNode = Paragraph | Heading | TableCell | MdxJsxFlowElement;

/** A block where it stands in the document. */
export interface BlockPlace {
  node: BlockNode;
  id: string;
  kind: 'paragraph' | 'heading' | 'part';
  number?: number;
  part?: string;
  depth?: number;
}

/** `<Masthead>…</Masthead>` alone on its line is parsed as a paragraph that holds an element. */
function onlyPart(node: Paragraph): MdxJsxTextElement | null {
  const solid = node.children.filter((child) => child.type !== 'text' || child.value.trim());
  const [only] = solid;
  return solid.length === 1 && only?.type === 'mdxJsxTextElement' && findPart(only.name)
    ? only
    : null;
}

/** Makes official parts elements of their own that hold their words directly. Changes the tree. */
function prepare(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'paragraph' && parent && index !== undefined) {
      const part = onlyPart(node);
      if (part) parent.children[index] = { ...part, type: 'mdxJsxFlowElement' } as never;
    }
    if (node.type === 'mdxJsxFlowElement' && findPart(node.name)) {
      const [child] = node.children;
      if (node.children.length === 1 && child?.type === 'paragraph')
        node.children = child.children as never;
    }
  });
}

/** Gives blocks their anchors: a count a kind. */
export class Numbering {
  readonly #counts = { p: 0, s: 0, t: 0 };
  readonly #parts = new Map<string, number>();

  paragraph(): { id: string; kind: 'paragraph'; number: number } {
    const number = ++this.#counts.p;
    return { id: `p${number}`, kind: 'paragraph', number };
  }

  heading(level: number): { id: string; kind: 'heading'; depth: number } {
    return { id: `s${++this.#counts.s}`, kind: 'heading', depth: Math.max(2, level) };
  }

  cell(): { id: string; kind: 'paragraph' } {
    return { id: `t${++this.#counts.t}`, kind: 'paragraph' };
  }

  part(name: string): { id: string; kind: 'part'; part: string } {
    const id = findPart(name)!.id;
    const count = (this.#parts.get(id) ?? 0) + 1;
    this.#parts.set(id, count);
    return { id: count > 1 ? `${id}-${count}` : id, kind: 'part', part: name };
  }
}

/** The place of a node that is a block, numbered; null for one that is not. */
function placeOf(node: Node, numbering: Numbering): BlockPlace | null {
  const block = node as BlockNode;
  if (block.type === 'mdxJsxFlowElement')
    return findPart(block.name) ? { node: block, ...numbering.part(block.name!) } : null;
  if (block.type === 'heading') return { node: block, ...numbering.heading(block.depth) };
  if (block.type === 'paragraph') return { node: block, ...numbering.paragraph() };
  if (block.type === 'tableCell') return { node: block, ...numbering.cell() };
  return null;
}

const CONTAINER_KINDS: Record<string, Container['kind']> = {
  list: 'list',
  listItem: 'item',
  blockquote: 'quote',
  table: 'table',
  tableRow: 'row',
  thematicBreak: 'rule',
};

function particulars(node: Node): Pick<Container, 'start' | 'columns'> {
  const { ordered, start, align } = node as {
    ordered?: boolean;
    start?: number;
    align?: Container['columns'];
  } & Node;
  if (node.type === 'list' && ordered) return { start: start ?? 1 };
  return node.type === 'table' ? { columns: align ?? [] } : {};
}

/**
 * Lists the blocks of a parsed tree in order, and what they stand in. Changes the tree.
 * @returns each block with its anchor: `p1`… for paragraphs, `s1`… for headings, `t1`… for cells of
 *   tables, and the name of the part for official parts
 */
export function blocksOf(tree: Root): { places: BlockPlace[]; containers: Container[] } {
  prepare(tree);
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
    const from = places.length;
    const container: Container | undefined = kind && { kind, from, to: from, depth };
    if (container) containers.push(Object.assign(container, particulars(node)));
    for (const child of (node as { children?: Node[] }).children ?? [])
      walk(child, container ? depth + 1 : depth);
    if (container) container.to = places.length;
  };
  walk(tree, 0);
  return { places, containers };
}

// Lists, quotes and tables of a text, as ranges of its blocks.

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
