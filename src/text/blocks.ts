/**
 * The blocks of a parsed document: its paragraphs, headings and official parts, numbered. Both the
 * reader (which checks quotations and finds names) and the renderer (which writes anchors) use
 * this walk, so that an anchor always means the same words.
 */
import type { Heading, Node, Paragraph, PhrasingContent, Root, TableCell } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { SKIP, visit } from 'unist-util-visit';
import { partNamed } from './parts.ts';

export type BlockNode = Paragraph | Heading | TableCell | MdxJsxFlowElement;

/** A block where it stands in the tree. */
export interface BlockPlace {
  node: BlockNode;
  parent: { children: Node[] };
  id: string;
  kind: 'paragraph' | 'heading' | 'part';
  number?: number;
  part?: string;
  depth?: number;
}

const CJK =
  /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2018-\u201d\u{20000}-\u{3ffff}]/u;

/** A line break between two Chinese characters is nothing; elsewhere it is a space. */
function joinLines(text: string): string {
  return text.replace(/[ \t]*\r?\n[ \t]*/gu, (_, at: number) => {
    const before = [...text.slice(0, at)].at(-1) ?? '';
    const after = text.slice(at).trimStart().at(0) ?? '';
    return CJK.test(before) && CJK.test(after) ? '' : ' ';
  });
}

/** `<Masthead>…</Masthead>` alone on its line is parsed as a paragraph that holds an element. */
function onlyPart(node: Paragraph): MdxJsxTextElement | null {
  const solid = node.children.filter((child) => child.type !== 'text' || child.value.trim());
  const [only] = solid;
  return solid.length === 1 && only?.type === 'mdxJsxTextElement' && partNamed(only.name)
    ? only
    : null;
}

/**
 * Puts a parsed tree into the form that the walk expects: lines joined, official parts as
 * elements of their own that hold their words directly. Changes the tree; a second call changes nothing.
 */
export function prepare(tree: Root): void {
  visit(tree, 'text', (node) => {
    node.value = joinLines(node.value);
  });
  visit(tree, (node, index, parent) => {
    if (node.type === 'paragraph' && parent && index !== undefined) {
      const part = onlyPart(node);
      if (part) parent.children[index] = { ...part, type: 'mdxJsxFlowElement' } as never;
    }
    if (node.type === 'mdxJsxFlowElement' && partNamed(node.name)) {
      const [child] = node.children;
      if (node.children.length === 1 && child?.type === 'paragraph')
        node.children = child.children as never;
    }
  });
}

/**
 * Lists the blocks of a prepared tree in order.
 * @returns each block with its anchor: `p1`… for paragraphs, `s1`… for headings, `t1`… for cells of
 *   tables, and the name of the part for official parts
 */
export function blocksOf(tree: Root): BlockPlace[] {
  const places: BlockPlace[] = [];
  const counts = { p: 0, s: 0, t: 0 };
  const used = new Map<string, number>();
  visit(tree, (node, _index, parent) => {
    if (!parent) return undefined;
    const place = { node: node as BlockNode, parent };
    const part = node.type === 'mdxJsxFlowElement' ? partNamed(node.name) : undefined;
    if (part) {
      const count = (used.get(part.id) ?? 0) + 1;
      used.set(part.id, count);
      const id = count > 1 ? `${part.id}-${count}` : part.id;
      places.push({ ...place, id, kind: 'part', part: part.name });
    } else if (node.type === 'heading') {
      const depth = Math.max(2, node.depth);
      places.push({ ...place, id: `s${++counts.s}`, kind: 'heading', depth });
    } else if (node.type === 'paragraph') {
      const number = ++counts.p;
      places.push({ ...place, id: `p${number}`, kind: 'paragraph', number });
    } else if (node.type === 'tableCell') {
      places.push({ ...place, id: `t${++counts.t}`, kind: 'paragraph' });
    } else return undefined;
    return SKIP;
  });
  return places;
}

/** A run of text inside a block, with where it begins in the block's whole text. */
export interface TextRun {
  node: { type: 'text' | 'inlineCode'; value: string };
  parent: { children: PhrasingContent[] };
  start: number;
  /** Address of the explicit link it is in. */
  url?: string;
  line: number;
}

/** @returns the runs of a block in order; their values joined are the block's text */
export function textRuns(block: BlockNode): TextRun[] {
  const runs: TextRun[] = [];
  let start = 0;
  const walk = (node: { children: PhrasingContent[] }, url?: string): void => {
    for (const child of node.children) {
      if (child.type === 'text' || child.type === 'inlineCode') {
        const line = child.position?.start.line ?? 0;
        runs.push({
          node: child,
          parent: node,
          start,
          line,
          ...(url === undefined ? {} : { url }),
        });
        start += child.value.length;
      } else if ('children' in child) {
        walk(child as never, child.type === 'link' ? child.url : url);
      }
    }
  };
  walk(block as never);
  return runs;
}
