/**
 * A document as HTML, written from its blocks alone: an anchor on every block, a link on every name. Between two words
 * of the text stand only its own marks and elements without text; what is the editors' is marked `data-editorial`.
 */
import {
  anchorWordsOf,
  firstAnchor,
  hasAnchor,
  resolveBlocks,
  type ResolvedBlock,
} from '../../library/inline-tree.ts';
import { structureOf } from '../../library/structures.ts';
import type { Block, Entry, Library } from '../../library/types.ts';
import { findPart } from '../../text/parts.ts';
import { labelByAnchors, type WordsAt } from '../../text/unit-label.ts';
import { blockLabel } from '../citation/citation.ts';
import { ContainerWriter, isCell } from './containers.ts';
import { EDITORIAL, element } from './html.ts';
import { InlineWriter } from './inline.ts';
import { marginOf, namesOf, noteOf } from './margin.ts';

/**
 * Renders the body of an entry.
 * @param document an entry of the library, with or without blocks
 */
export function renderDocument(library: Library, document: Entry): string {
  const writer = new InlineWriter(library, document.key);
  const containers = new ContainerWriter(document.containers);
  const chunks = new LazyLayoutChunks(document.blocks);
  const wordsAt = anchorWords(document);
  const pieces: string[] = [];
  /** Of the blocks since the last place outside of lists, quotes and tables, which are not parted by it. */
  let margin: string[] = [];
  const takeMargin = (): string => {
    const html = marginOf(margin);
    margin = [];
    return html;
  };
  resolveBlocks(library, document).forEach(({ block, inline, notes }: ResolvedBlock, at) => {
    pieces.push(containers.before(at, takeMargin));
    pieces.push(chunks.before(block, containers.atTop));
    const { names, mark } = namesOf(library, document.key, block);
    const words = writer.write(inline) + mark;
    if (isCell(block)) {
      const { name, class: set } = containers.cell(at);
      pieces.push(element(name, { id: block.id, class: set, 'data-unit': '表' }, words));
    } else {
      const label = statedLabel(document, block, wordsAt);
      const beside = containers.atTop && notes.length + names.length > 0;
      pieces.push(blockElement(block, words, label, beside ? 'has-margin' : ''));
    }
    margin.push(...notes.map(noteOf), ...(names ? [names] : []));
  });
  pieces.push(containers.end(takeMargin), chunks.end());
  return pieces.join('');
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

/** A paragraph's number is its link: an element without text, its figure drawn by style. */
const numberLink = ({ id, number }: Block): string =>
  element(
    'a',
    { href: `#${id}`, 'data-n': `${number}`, 'aria-label': `第${number}段`, ...EDITORIAL },
    '',
  );

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
    : element('p', { ...attributes, 'data-unit': stated }, numberLink(block) + words);
}

/** Characters from which a document is long: some forty screens of a phone. */
const LONG = 20_000;
/** Characters of a chunk. */
const CHUNK = 4_000;
/** Short paragraphs take a line too. */
const LINE = 30;

const sizeOf = ({ text }: Block): number => Math.max(text.length, LINE);

/**
 * A very long document in chunks, each of which a browser lays out only as a reader comes near it: a phone shows the
 * first screen of a book as soon as that of a notice. What is searched and linked stays the same.
 */
class LazyLayoutChunks {
  readonly #long: boolean;
  #open = false;
  #size = 0;

  constructor(blocks: readonly Block[]) {
    this.#long = blocks.reduce((sum, block) => sum + sizeOf(block), 0) > LONG;
  }

  /**
   * The tags before a block.
   * @param atTop whether it stands in no list, quote or table: only there a chunk may begin
   */
  before(block: Block, atTop: boolean): string {
    if (!this.#long) return '';
    let tags = '';
    if (atTop && (!this.#open || this.#size >= CHUNK)) {
      tags = `${this.end()}<div class="chunk">`;
      this.#open = true;
      this.#size = 0;
    }
    this.#size += sizeOf(block);
    return tags;
  }

  /** The tags after the last block. */
  end(): string {
    return this.#open ? '</div>' : '';
  }
}
