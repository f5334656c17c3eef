/** One block of a document as HTML: its number, its own element, its margin. */
import type { Block } from '../../library/types.ts';
import { blockLabel } from '../citation/citation.ts';
import { findPart } from '../../text/parts.ts';
import { labelByAnchors } from '../../text/unit-label.ts';
import type { DocumentContext } from './context.ts';
import { APPARATUS, element } from './html.ts';
import { renderInline } from './inline.ts';
import { namesOf } from './names.ts';
import { notesOf } from './notes.ts';
import { firstAnchor } from './unit-anchors.ts';

/** A paragraph's number, which is its link: the only link here that is the editors'. What it is called, 第3段, is said by style. */
const numberLink = ({ id, number }: Block): string =>
  number === undefined ? '' : element('a', { href: `#${id}`, ...APPARATUS }, String(number));

/** What a paragraph is called; nothing where its anchors tell it. */
function statedLabel({ document, wordsAt }: DocumentContext, block: Block): string | undefined {
  const label = blockLabel(block, document);
  const told = labelByAnchors(block.id, firstAnchor(document, block), wordsAt);
  return label === told ? undefined : label;
}

/** As many characters of a 版记 as two lines of print hold, or one: with more it cannot keep a place at a page's foot. */
const MOST_AT_FOOT: Record<string, number> = { copies: 56, printing: 28 };

function ownElement(context: DocumentContext, block: Block, words: string): string {
  const { id, kind, depth, number, part, text } = block;
  const official = findPart(part);
  if (official) {
    const long = text.length > (MOST_AT_FOOT[official.id] ?? Infinity) ? ' part-long' : '';
    const attributes = {
      id,
      class: `part part-${official.id}${long}`,
      'data-unit': official.label,
    };
    return element(official.element, attributes, words);
  }
  if (kind === 'heading') return element(`h${depth}`, { id, 'data-unit': '小标题' }, words);
  return element(
    'p',
    { id, 'data-unit': number === undefined ? '表' : statedLabel(context, block) },
    words,
  );
}

/** A block's words with their marks, and what stands in its margin. */
export interface BlockParts {
  words: string;
  notes: string[];
  /** The element that holds the lines of names, or nothing. */
  names: string;
  nameLines: string[];
}

/** Made in the order of the blocks, as notes are numbered and previews stated once. */
export function partsOf(context: DocumentContext, block: Block): BlockParts {
  const { ranges, notes } = notesOf(context, block);
  const { names, mark, lines } = namesOf(context, block);
  return {
    words: renderInline(context, block, ranges) + mark,
    notes,
    names,
    nameLines: lines,
  };
}

const marginOf = ({ notes, names }: BlockParts): string =>
  notes.length > 0 || names
    ? element('div', { class: 'margin', 'data-editorial': true }, notes.join('') + names)
    : '';

/**
 * A paragraph, heading or official part; one with a margin stands with it in a box of its own.
 * @param crowded its margin has no room beside the text of a wide page
 */
export function renderBlock(
  context: DocumentContext,
  block: Block,
  parts: BlockParts,
  crowded: boolean,
): string {
  const margin = marginOf(parts);
  const own = numberLink(block) + ownElement(context, block, parts.words);
  if (!margin) return own;
  const box = element('div', { class: 'paragraph' }, own + margin);
  return crowded ? element('div', { class: 'crowded' }, box) : box;
}

/**
 * A cell of a table.
 * @param name `td` or `th`
 * @param set the class that says how its column is set
 */
export function renderCell(
  context: DocumentContext,
  block: Block,
  parts: BlockParts,
  name: string,
  set: string | undefined,
): string {
  const margin = marginOf(parts);
  if (!margin) return element(name, { id: block.id, class: set, 'data-unit': '表' }, parts.words);
  const own = ownElement(context, block, parts.words) + margin;
  return element(name, { class: set }, element('div', { class: 'paragraph' }, own));
}
