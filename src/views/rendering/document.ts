/**
 * A document as HTML, written from its blocks alone: an anchor on every block, a link on every name. Between two words
 * of the text stand only its own marks and elements without text; what is the editors' is marked `data-editorial`.
 */
import { blockTree, type BlockNode } from '../../library/block-tree.ts';
import { anchorWordsOf, firstAnchor, hasAnchor, resolveBlocks } from '../../library/inline-tree.ts';
import { structureOf } from '../../library/structures.ts';
import type { Block, Entry, Library } from '../../library/types.ts';
import { findPart } from '../../text/parts.ts';
import { labelByAnchors, type WordsAt } from '../../text/unit-label.ts';
import { blockLabel } from '../citation/citation.ts';
import { element, type Attributes } from './html.ts';
import { inlineWriter } from './inline.ts';
import { marginOf, namesOf, noteOf } from './margin.ts';

type TableColumns = Extract<BlockNode, { type: 'table' }>['columns'];

/**
 * Renders the body of an entry.
 * @param document an entry of the library, with or without blocks
 */
export function renderDocument(library: Library, document: Entry): string {
  const wordsOf = inlineWriter(library, document.key);
  const wordsAt = anchorWords(document);
  const blocks = resolveBlocks(library, document);
  const long = document.blocks.reduce((sum, { text }) => sum + text.length, 0) > LONG;
  /** Of the blocks of a list, quotation or table, which are not parted by it. */
  let margin: string[] = [];

  const blockAt = (at: number, write: (block: Block, words: string, noted: boolean) => string) => {
    const { block, inline, notes } = blocks[at]!;
    const { names, mark } = namesOf(library, document.key, block);
    const lines = [...notes.map(noteOf), ...(names ? [names] : [])];
    margin.push(...lines);
    return write(block, wordsOf(inline) + mark, lines.length > 0);
  };
  const cells = (name: 'td' | 'th', row: number[], columns: TableColumns): string => {
    const written = row.map((at, i) =>
      blockAt(at, ({ id }, words) => {
        const set = columns[i] ? `column-${columns[i]}` : undefined;
        return element(name, { id, class: set, 'data-unit': '表' }, words);
      }),
    );
    const missing = element(name, {}, '').repeat(Math.max(0, columns.length - row.length));
    return element('tr', {}, written.join('') + missing);
  };
  const all = (nodes: BlockNode[]): string => nodes.map((node) => one(node, false)).join('');
  const one = (node: BlockNode, atTop: boolean): string => {
    switch (node.type) {
      case 'block':
        return blockAt(node.at, (block, words, noted) => {
          const stated = statedLabel(document, block, wordsAt);
          return blockElement(block, words, {
            'data-unit': stated,
            class: noted && atTop ? 'has-margin' : undefined,
            'data-n': long ? block.number?.toString() : undefined,
          });
        });
      case 'rule':
        return '<hr>';
      case 'quote':
        return element('blockquote', {}, all(node.children));
      case 'list': {
        const { start, items } = node;
        const first = start === undefined || start === 1 ? undefined : `${start}`;
        const written = items.map((item) => element('li', {}, all(item))).join('');
        return element(start === undefined ? 'ul' : 'ol', { start: first }, written);
      }
      case 'table': {
        const [head = [], ...rows] = node.rows;
        const body = rows.map((row) => cells('td', row, node.columns)).join('');
        const thead = element('thead', {}, cells('th', head, node.columns));
        return element('table', {}, thead + (body && element('tbody', {}, body)));
      }
    }
  };
  const pieces = blockTree(document).map((node) => {
    const html = one(node, true) + marginOf(margin);
    margin = [];
    return html;
  });
  return long ? inChunks(pieces) : pieces.join('');
}

/** Characters from which a document is long: some forty screens of a phone. */
const LONG = 20_000;
/** Characters of HTML in a chunk. */
const CHUNK = 5_000;

/**
 * A very long document in chunks, each of which a browser lays out only as a reader comes near it: a phone shows the
 * first screen of a book as soon as that of a notice. What is searched and linked stays the same.
 */
function inChunks(pieces: string[]): string {
  const chunks: string[] = [];
  let size = Infinity;
  for (const piece of pieces) {
    if (size >= CHUNK) {
      chunks.push('');
      size = 0;
    }
    chunks[chunks.length - 1] += piece;
    size += piece.length;
  }
  return chunks.map((html) => element('div', { class: 'chunk' }, html)).join('');
}

/** What the anchors of a document's page stand on. */
function anchorWords(document: Entry): WordsAt {
  const words = new Map<string, string>();
  for (const unit of structureOf(document).units)
    if (hasAnchor(unit))
      words.set(unit.id, anchorWordsOf(unit, document.blocks[unit.start.index]!));
  return (id) => words.get(id);
}

/** What a paragraph is called; nothing where its anchors tell it. */
function statedLabel(document: Entry, block: Block, wordsAt: WordsAt): string | undefined {
  const label = blockLabel(block, document);
  const told = labelByAnchors(block.id, firstAnchor(document, block), wordsAt);
  return label === told ? undefined : label;
}

/** As many characters of a 版记 as two lines of print hold, or one: with more it cannot keep a place at a page's foot. */
const MOST_AT_FOOT: Record<string, number> = { copies: 56, printing: 28 };

/** @param own attributes of a paragraph that is no official part, no heading and no cell */
function blockElement(
  { id, kind, depth, number, part: name, text }: Block,
  words: string,
  own: Attributes,
): string {
  const part = findPart(name);
  if (part) {
    const long = text.length > (MOST_AT_FOOT[part.id] ?? Infinity) && 'part-long';
    const classes = ['part', `part-${part.id}`, long, own['class']].filter(Boolean).join(' ');
    return element(part.element ?? 'p', { id, class: classes, 'data-unit': part.label }, words);
  }
  if (kind === 'heading')
    return element(`h${depth}`, { id, class: own['class'], 'data-unit': '小标题' }, words);
  return element('p', { id, ...own, ...(number === undefined && { 'data-unit': '表' }) }, words);
}
