/** One block of a document as HTML: its number, its own element, its margin. */
import type { Block } from '../library/types.ts';
import { blockLabel } from '../site/citation/citation.ts';
import { findPart } from '../text/parts.ts';
import { labelByAnchors } from '../text/unit-label.ts';
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

function ownElement(context: DocumentContext, block: Block, words: string): string {
  const { id, kind, depth, number, part } = block;
  const official = findPart(part);
  if (official) {
    const attributes = { id, class: `part part-${official.id}`, 'data-unit': official.label };
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
function parts(context: DocumentContext, block: Block): { words: string; margin: string } {
  const { ranges, notes } = notesOf(context, block);
  const { names, mark } = namesOf(context, block);
  const beside = notes.join('') + names;
  return {
    words: renderInline(context, block, ranges) + mark,
    margin: beside && element('div', { class: 'margin', 'data-editorial': true }, beside),
  };
}

/** A paragraph, heading or official part; one with a margin stands with it in a box of its own. */
export function renderBlock(context: DocumentContext, block: Block): string {
  const { words, margin } = parts(context, block);
  const own = numberLink(block) + ownElement(context, block, words);
  return margin ? element('div', { class: 'paragraph' }, own + margin) : own;
}

/**
 * A cell of a table.
 * @param name `td` or `th`
 * @param set the class that says how its column is set
 */
export function renderCell(
  context: DocumentContext,
  block: Block,
  name: string,
  set: string | undefined,
): string {
  const { words, margin } = parts(context, block);
  if (!margin) return element(name, { id: block.id, class: set, 'data-unit': '表' }, words);
  const own = ownElement(context, block, words) + margin;
  return element(name, { class: set }, element('div', { class: 'paragraph' }, own));
}
