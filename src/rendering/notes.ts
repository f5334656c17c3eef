/**
 * 校注: a note on words of the text stands behind a mark after them. Where the page is wide enough, it is
 * shown in the margin beside their line; else the mark opens it, without script.
 */
import type { Block } from '../library/types.ts';
import type { DocumentContext } from './context.ts';
import { APPARATUS, element, escapeText, label, open } from './html.ts';
import type { Range } from './ranges.ts';

/**
 * A mark that opens what belongs to it, which may stand anywhere on the page.
 * @param target the id of what it opens
 * @param says what a reader who hears it is told
 */
export const opener = (target: string, words: string, says: string): string =>
  element(
    'button',
    { type: 'button', class: 'opener', popovertarget: target, 'aria-label': says, ...APPARATUS },
    escapeText(words),
  );

/** The ranges of the words of a block that have notes, each followed by its mark and its note. */
export function noteRanges(context: DocumentContext, block: Block): Range[] {
  const notes = context.library
    .notesOn(block)
    .map((placed, i) => ({ ...placed, id: `${block.id}-note-${i + 1}` }))
    .sort((a, b) => a.end - b.end);
  return notes.map(({ note, start, end, id }) => {
    const number = context.nextNote();
    const text = element(
      'span',
      { class: 'note', id, popover: 'auto', 'data-unit': '校注', 'data-editorial': true },
      `${label(`校注${number}`)} ${escapeText(note)}`,
    );
    const after = opener(id, `注${number}`, `校注${number}`) + text;
    return { start, end, open: open('span', { class: 'noted' }), close: '</span>', after };
  });
}
