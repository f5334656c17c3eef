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

export class XmlText {
  readonly document: Entry;
  readonly #blocks: readonly ResolvedBlock[];
  readonly #names: Vocabulary;
  /** Ids of places that are elements of their own; others are anchors among the words. */
  readonly drawn = new Set<string>();

  /** @param blocks all of the document's */
  constructor(document: Entry, blocks: readonly ResolvedBlock[], names: Vocabulary) {
    this.document = document;
    this.#blocks = blocks;
    this.#names = names;
  }

  #inline(nodes: readonly InlineNode[]): Piece[] {
    const { id, link, lineBreak, addressOf, outside, noteMark } = this.#names;
    const linked = (href: string | undefined, words: Piece): Piece =>
      href === undefined ? words : element(link, { href }, words);
    return nodes.map((node): Piece => {
      if (node.type === 'text') return node.value;
      if (node.type === 'break') return lineBreak;
      if (node.type === 'note') return noteMark(node.note.number);
      const words = this.#inline(node.children);
      switch (node.type) {
        case 'mention':
          return linked(addressOf(node.to), words);
        case 'citation':
          return linked(addressOf(node.to, node.anchor), words);
        case 'link':
          return linked(outside(node.url), words);
        case 'anchor':
          return this.drawn.has(node.id) ? words : element('span', { [id]: node.id }, words);
        case 'noted':
          return words;
        default:
          return element(EMPHASIS[node.type], {}, words);
      }
    });
  }

  /**
   * @param at the block
   * @param offset how many characters of its text to leave out
   */
  words(at: number, offset = 0): Piece {
    return this.#inline(withoutStart(this.#blocks[at]!.inline, offset));
  }

  #paragraph(at: number, offset = 0): Markup {
    return this.#names.paragraph(this.#blocks[at]!.block, this.words(at, offset));
  }

  #list({ start, items }: BlockNode & { type: 'list' }): Markup {
    // Akoma Ntoso's `ol` has no first number; each `li` has its own.
    const numbered = start !== undefined && start !== 1;
    const lines = items.map((item, i) => {
      const value = numbered ? String(start + i) : undefined;
      return element('li', { value }, onLines(this.#all(item)));
    });
    return element(start === undefined ? 'ul' : 'ol', {}, onLines(lines));
  }

  #node(node: BlockNode): Markup | undefined {
    switch (node.type) {
      case 'block':
        return this.#paragraph(node.at);
      case 'rule':
        return this.#names.rule;
      case 'quote':
        return this.#names.quotation(onLines(this.#all(node.children)));
      case 'list':
        return this.#list(node);
      case 'table': {
        const cell = (i: number, at: number) =>
          element(i === 0 ? 'th' : 'td', {}, this.#paragraph(at));
        const rows = node.rows.map(
          (cells, i) => markup`<tr>${cells.map((at) => cell(i, at))}</tr>`,
        );
        return markup`<table>${onLines(rows)}</table>`;
      }
    }
  }

  #all(nodes: readonly BlockNode[]): Markup[] {
    return nodes.flatMap((node) => this.#node(node) ?? []);
  }

  /**
   * @param offset where the words of the first block begin
   * @returns elements for blocks `from` up to, but without, `to`
   */
  write(from = 0, to = this.document.blocks.length, offset = 0): Markup[] {
    const nodes = blockTree(this.document, from, to);
    if (offset === 0 || nodes[0]?.type !== 'block') return this.#all(nodes);
    return [this.#paragraph(nodes[0].at, offset), ...this.#all(nodes.slice(1))];
  }
}
