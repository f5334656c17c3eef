/** A block's own words: what its author set apart, names as links, words with their notes. */
import type { Block, Mark } from '../../library/types.ts';
import type { DocumentContext } from './context.ts';
import { mentionRanges, writtenLink } from './mention-links.ts';
import { renderRanges, type Range } from './ranges.ts';
import { unitAnchors } from './unit-anchors.ts';

const ELEMENTS = {
  strong: 'strong',
  emphasis: 'em',
  delete: 'del',
  sup: 'sup',
  sub: 'sub',
  code: 'code',
} as const;

function markRange(context: DocumentContext, mark: Mark): Range {
  const { kind, start, end } = mark;
  if (kind === 'link') return writtenLink(context, mark);
  if (kind === 'break') return { start, end, open: '<br>', close: '' };
  return { start, end, open: `<${ELEMENTS[kind]}>`, close: `</${ELEMENTS[kind]}>` };
}

/**
 * @param noted the ranges of words that have notes
 * @returns HTML that, less what is marked as the editors', is the block's text
 */
export function renderInline(context: DocumentContext, block: Block, noted: Range[]): string {
  const marks = block.marks.filter(({ kind, start, end }) => start < end || kind === 'break');
  return renderRanges(block.text, [
    ...unitAnchors(context.document, block),
    ...marks.map((mark) => markRange(context, mark)),
    ...mentionRanges(context, block),
    ...noted,
  ]);
}
