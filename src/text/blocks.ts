/**
 * The blocks of a parsed document, numbered: its paragraphs, headings, cells and official parts, and the
 * lists, quotes and tables that they stand in.
 */
import type { Heading, List, Node, Paragraph, Parent, Root, Table, TableCell } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { findPart } from './parts.ts';
import type { TextBlock } from './structure/units.ts';

export type MarkdownBlock = Paragraph | Heading | TableCell | MdxJsxFlowElement | MdxJsxTextElement;

/** A block where it stands in the document. */
export interface BlockPlace extends Omit<TextBlock, 'text'> {
  node: MarkdownBlock;
  number?: number;
}

/** A block, told by its place among all, or what holds blocks. */
export type BlockNode =
  | { type: 'block'; at: number }
  /** A line drawn across, before a block. */
  | { type: 'rule'; at: number }
  /** `start` is the first number of a numbered list. */
  | { type: 'list'; start?: number | undefined; items: BlockNode[][] }
  | { type: 'quote'; children: BlockNode[] }
  /** The cells of each row; the first row is the head. */
  | { type: 'table'; columns: NonNullable<Table['align']>; rows: number[][] };

/** Gives blocks their anchors: a count a kind. */
export class Numbering {
  readonly #counts = new Map<string, number>();

  #next(kind: string): number {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    return count;
  }

  paragraph() {
    const number = this.#next('p');
    return { id: `p${number}`, kind: 'paragraph' as const, number };
  }

  heading(level: number) {
    const depth = Math.max(2, level);
    return { id: `s${this.#next('s')}`, kind: 'heading' as const, depth };
  }

  cell() {
    return { id: `t${this.#next('t')}`, kind: 'paragraph' as const };
  }

  part(name: string) {
    const { id } = findPart(name)!;
    const count = this.#next(id);
    return { id: count > 1 ? `${id}-${count}` : id, kind: 'part' as const, part: name };
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
  const block = node as MarkdownBlock;
  if (block.type === 'heading') return { node: block, ...numbering.heading(block.depth) };
  if (block.type === 'tableCell') return { node: block, ...numbering.cell() };
  const part = block.type === 'paragraph' ? onlyPart(block) : block;
  if (part?.name !== undefined && findPart(part.name)) {
    // An official part holds its words directly.
    const [child, ...more] = part.children;
    const inside = child?.type === 'paragraph' && more.length === 0 ? child : part;
    return {
      node: { ...part, children: inside.children } as MarkdownBlock,
      ...numbering.part(part.name!),
    };
  }
  return block.type === 'paragraph' ? { node: block, ...numbering.paragraph() } : null;
}

/**
 * Lists the blocks of a parsed tree in order, and what they stand in.
 * @returns each block with its anchor: `p1`… for paragraphs, `s1`… for headings, `t1`… for cells of
 *   tables, and the name of the part for official parts
 */
export function blocksOf(root: Root): { places: BlockPlace[]; tree: BlockNode[] } {
  const places: BlockPlace[] = [];
  const numbering = new Numbering();
  const all = (nodes: readonly Node[]): BlockNode[] => nodes.flatMap(one);
  const one = (node: Node): BlockNode[] => {
    const at = places.length;
    const place = placeOf(node, numbering);
    if (place) {
      places.push(place);
      return [{ type: 'block', at }];
    }
    const { children = [] } = node as Partial<Parent>;
    const rows = (): BlockNode[][] => children.map((child) => all((child as Parent).children));
    if (node.type === 'thematicBreak') return [{ type: 'rule', at }];
    if (node.type === 'list') {
      const { ordered, start } = node as List;
      const items = rows();
      const list = { type: 'list' as const, start: ordered ? (start ?? 1) : undefined, items };
      return items.flat().length > 0 ? [list] : [];
    }
    if (node.type === 'table') {
      const cells = rows().map((row) => row.map((cell) => (cell as { at: number }).at));
      return [{ type: 'table', columns: (node as Table).align ?? [], rows: cells }];
    }
    const inside = all(children);
    return node.type === 'blockquote' && inside.length > 0
      ? [{ type: 'quote', children: inside }]
      : inside;
  };
  return { places, tree: all(root.children) };
}
