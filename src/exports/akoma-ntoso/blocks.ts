/** A stretch of a document's blocks in Akoma Ntoso: paragraphs, lists, tables, quotations, and the words in them. */
import type { ValidLibrary } from '../../content/read-library.ts';
import {
  resolveBlocks,
  withoutStart,
  type InlineNode,
  type ResolvedBlock,
} from '../../library/inline-tree.ts';
import type { Entry, EntryKey } from '../../library/types.ts';
import { findPart } from '../../text/parts.ts';
import { isSafeAddress } from '../../text/safe-text.ts';
import { isDocument } from '../../views/known-fields.ts';
import { href, pagePath } from '../../views/urls.ts';
import { blockTree, type BlockNode } from '../../library/block-tree.ts';
import { pathBeside } from '../documents.ts';
import { onLines, x, type XmlChild } from '../xml.ts';
import type { Element } from 'xast';

export const ENDING = 'akn.xml';

const EMPHASIS = {
  strong: 'b',
  emphasis: 'i',
  delete: 'del',
  sup: 'sup',
  sub: 'sub',
  code: 'span',
} as const;

export class BlocksWriter {
  readonly document: Entry;
  /** Ids of units that are elements of their own; others are anchors among the words. */
  readonly drawn = new Set<string>();
  readonly #site: ValidLibrary;
  readonly #blocks: ResolvedBlock[];

  constructor(site: ValidLibrary, document: Entry) {
    this.document = document;
    this.#site = site;
    this.#blocks = resolveBlocks(site.library, document);
  }

  /** The editors' notes, as elements of the metadata. */
  notes(): Element[] {
    return this.#blocks
      .flatMap(({ notes }) => notes)
      .map(({ number, words }) =>
        x('note', { eId: `note-${number}`, marker: String(number) }, x('p', {}, words)),
      );
  }

  /** A document with text is referred to in this form, any other entry by its page. */
  #address(to: EntryKey, anchor?: string): string {
    const entry = this.#site.library.get(to);
    const target = isDocument(entry) ? pathBeside(entry, ENDING) : pagePath(to);
    return href(pagePath(this.document.key), target, anchor);
  }

  #inline(nodes: readonly InlineNode[]): XmlChild[] {
    return nodes.flatMap((node): XmlChild[] => {
      if (node.type === 'text') return [node.value];
      if (node.type === 'break') return [x('eol')];
      if (node.type === 'note') return [x('noteRef', { href: `#note-${node.note.number}` })];
      const inner = this.#inline(node.children);
      switch (node.type) {
        case 'mention':
          return [x('ref', { href: this.#address(node.to) }, inner)];
        case 'citation':
          return [x('ref', { href: this.#address(node.to, node.anchor) }, inner)];
        case 'link':
          return isSafeAddress(node.url) ? [x('ref', { href: node.url }, inner)] : inner;
        case 'anchor':
          return this.drawn.has(node.id) ? inner : [x('span', { eId: node.id }, inner)];
        case 'noted':
          return inner;
        default:
          return [x(EMPHASIS[node.type], {}, inner)];
      }
    });
  }

  /** @param offset how many characters of its text to leave out */
  words(at: number, offset = 0): XmlChild[] {
    return this.#inline(withoutStart(this.#blocks[at]!.inline, offset));
  }

  #paragraph(at: number, offset: number): Element {
    const { block } = this.#blocks[at]!;
    const name = block.kind === 'heading' ? 'heading' : findPart(block.part)?.id;
    return x('p', { eId: block.id, class: name }, this.words(at, offset));
  }

  #row(cells: readonly number[], cell: 'td' | 'th'): Element {
    return x(
      'tr',
      {},
      cells.map((at) => x(cell, {}, this.#paragraph(at, 0))),
    );
  }

  #node(node: BlockNode): XmlChild[] {
    switch (node.type) {
      case 'block':
        return [this.#paragraph(node.at, 0)];
      case 'quote':
        // A quotation of several paragraphs is a block that holds them.
        return [x('blockContainer', { class: 'quotation' }, this.#nodes(node.children))];
      case 'table':
        return [
          x(
            'table',
            {},
            onLines(node.rows.map((cells, i) => this.#row(cells, i === 0 ? 'th' : 'td'))),
          ),
        ];
      case 'list': {
        // `ol` has no first number in the standard; each `li` has its own.
        const { start } = node;
        const items = node.items.map((item, i) => {
          const value = start === undefined || start === 1 ? undefined : String(start + i);
          return x('li', { value }, this.#nodes(item));
        });
        return [x(start === undefined ? 'ul' : 'ol', {}, onLines(items))];
      }
      case 'rule':
        return [];
    }
  }

  #nodes(nodes: readonly BlockNode[]): XmlChild[] {
    return onLines(nodes.flatMap((node) => this.#node(node)));
  }

  /**
   * @param offset where the words of the first block begin
   * @returns elements for blocks `from` up to, but without, `to`
   */
  write(from: number, to: number, offset = 0): XmlChild[] {
    const [first, ...rest] = blockTree(this.document, from, to);
    if (!first) return [];
    const begin = first.type === 'block' ? [this.#paragraph(first.at, offset)] : this.#node(first);
    return onLines([...begin, ...rest.flatMap((node) => this.#node(node))]);
  }
}
