/** A text as XML: its words, paragraphs, lists, tables and quotations, for Akoma Ntoso and the book, which differ in few names. */
import { withoutStart, type InlineNode, type ResolvedBlock } from '../library/inline-tree.ts';
import type { Entry, EntryKey } from '../library/types.ts';
import { blockTree, type BlockNode } from '../library/block-tree.ts';
import { element, markup, onLines, type Markup, type Piece } from './markup.ts';

/** What one kind of XML calls things, and where its links lead. */
export interface Vocabulary {
  /** The attribute that names a place. */
  id: 'id' | 'eId';
  link: 'a' | 'ref';
  lineBreak: Markup;
  rule?: Markup;
  addressOf: (to: EntryKey, anchor?: string) => string;
  /** A link out of the library, always safe, as it may stand here; undefined where it may not. */
  outside: (url: string) => string | undefined;
  noteMark: (number: number) => Markup;
  paragraph: (block: ResolvedBlock['block'], words: Piece) => Markup;
  quotation: (paragraphs: Markup) => Markup;
}

/** Both take the elements of HTML for these. */
const EMPHASIS = {
  strong: 'b',
  emphasis: 'i',
  delete: 'del',
  sup: 'sup',
  sub: 'sub',
  code: 'span',
} as const;

export type XmlText = ReturnType<typeof xmlText>;

/** @param blocks all of the document's */
export function xmlText(document: Entry, blocks: readonly ResolvedBlock[], names: Vocabulary) {
  /** Ids of places that are elements of their own; others are anchors among the words. */
  const drawn = new Set<string>();

  const linked = (href: string | undefined, words: Piece): Piece =>
    href === undefined ? words : element(names.link, { href }, words);

  const inline = (nodes: readonly InlineNode[]): Piece[] =>
    nodes.map((node): Piece => {
      if (node.type === 'text') return node.value;
      if (node.type === 'break') return names.lineBreak;
      if (node.type === 'note') return names.noteMark(node.note.number);
      const inner = inline(node.children);
      switch (node.type) {
        case 'mention':
          return linked(names.addressOf(node.to), inner);
        case 'citation':
          return linked(names.addressOf(node.to, node.anchor), inner);
        case 'link':
          return linked(names.outside(node.url), inner);
        case 'anchor':
          return drawn.has(node.id) ? inner : element('span', { [names.id]: node.id }, inner);
        case 'noted':
          return inner;
        default:
          return element(EMPHASIS[node.type], {}, inner);
      }
    });

  /**
   * @param at the block
   * @param offset how many characters of its text to leave out
   */
  const words = (at: number, offset = 0): Piece => inline(withoutStart(blocks[at]!.inline, offset));
  const paragraph = (at: number, offset = 0): Markup =>
    names.paragraph(blocks[at]!.block, words(at, offset));
  const all = (nodes: readonly BlockNode[]): Markup => onLines(nodes.map(elementOf));

  function elementOf(node: BlockNode): Markup | undefined {
    switch (node.type) {
      case 'block':
        return paragraph(node.at);
      case 'rule':
        return names.rule;
      case 'quote':
        return names.quotation(all(node.children));
      case 'list': {
        const { start, items } = node;
        // Akoma Ntoso's `ol` has no first number; each `li` has its own.
        const numbered = start !== undefined && start !== 1;
        const lines = items.map((item, i) =>
          element('li', { value: numbered ? String(start + i) : undefined }, all(item)),
        );
        return element(start === undefined ? 'ul' : 'ol', {}, onLines(lines));
      }
      case 'table': {
        const cell = (i: number, at: number) => element(i === 0 ? 'th' : 'td', {}, paragraph(at));
        const rows = node.rows.map(
          (cells, i) => markup`<tr>${cells.map((at) => cell(i, at))}</tr>`,
        );
        return markup`<table>${onLines(rows)}</table>`;
      }
    }
  }

  /**
   * @param offset where the words of the first block begin
   * @returns elements for blocks `from` up to, but without, `to`
   */
  function write(from = 0, to = document.blocks.length, offset = 0): Markup[] {
    const [first, ...rest] = blockTree(document, from, to);
    if (!first) return [];
    const begin = first.type === 'block' ? paragraph(first.at, offset) : elementOf(first);
    return [begin, ...rest.map(elementOf)].flatMap((one) => one ?? []);
  }
  return { document, drawn, words, write };
}
