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
import { element } from './html.ts';
import { InlineWriter } from './inline.ts';
import { marginOf, namesOf, noteOf } from './margin.ts';

type TableColumns = Extract<BlockNode, { type: 'table' }>['columns'];

/**
 * Renders the body of an entry.
 * @param document an entry of the library, with or without blocks
 */
export function renderDocument(library: Library, document: Entry): string {
  const writer = new InlineWriter(library, document.key);
  const wordsAt = anchorWords(document);
  const blocks = resolveBlocks(library, document);
  /** Of the blocks of a list, quotation or table, which are not parted by it. */
  let margin: string[] = [];

  const blockAt = (at: number, write: (block: Block, words: string, noted: boolean) => string) => {
    const { block, inline, notes } = blocks[at]!;
    const { names, mark } = namesOf(library, document.key, block);
    const beside = [...notes.map(noteOf), ...(names ? [names] : [])];
    margin.push(...beside);
    return write(block, writer.write(inline) + mark, beside.length > 0);
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
          return blockElement(block, words, stated, noted && atTop ? 'has-margin' : '');
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
  return blockTree(document)
    .map((node) => {
      const html = one(node, true) + marginOf(margin);
      margin = [];
      return html;
    })
    .join('');
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

/**
 * @param stated what a paragraph is called, where its anchors do not tell it
 * @param besides a class that it has besides its own, or nothing
 */
function blockElement(
  block: Block,
  words: string,
  stated: string | undefined,
  besides: string,
): string {
  const { id, kind, depth, number, text } = block;
  const part = findPart(block.part);
  const long = part && text.length > (MOST_AT_FOOT[part.id] ?? Infinity);
  const classes = [...(part ? ['part', `part-${part.id}`] : []), ...(long ? ['part-long'] : [])];
  const attributes = { id, class: [...classes, besides].filter(Boolean).join(' ') || undefined };
  if (part) return element(part.element, { ...attributes, 'data-unit': part.label }, words);
  if (kind === 'heading')
    return element(`h${depth}`, { ...attributes, 'data-unit': '小标题' }, words);
  return number === undefined
    ? element('p', { ...attributes, 'data-unit': '表' }, words)
    : element('p', { ...attributes, 'data-unit': stated }, words);
}
