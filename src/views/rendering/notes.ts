/**
 * 校注: a note on words of the text stands in the margin of its block. Where the page has no margin, a mark
 * after the words opens it, without script. The mark has no text: Ctrl+F finds what stands on both sides.
 */
import type { Block } from '../../library/types.ts';
import type { DocumentContext } from './context.ts';
import { APPARATUS, element, escapeText, label, open } from './html.ts';
import type { Range } from './ranges.ts';

/**
 * A mark that opens what belongs to it, wherever that stands on the page.
 * @param target the id of what it opens
 * @param name what the mark is called; style shows it
 */
export const opener = (target: string, name: string): string =>
  element(
    'button',
    { type: 'button', class: 'opener', popovertarget: target, 'aria-label': name, ...APPARATUS },
    '',
  );

/**
 * The notes of a block.
 * @returns the ranges of their words, each followed by its mark, and the notes, both in order of place
 */
export function notesOf(
  context: DocumentContext,
  block: Block,
): { ranges: Range[]; notes: string[] } {
  const placed = context.library
    .notesOn(block)
    .map((note, i) => ({ ...note, id: `${block.id}-note-${i + 1}`, number: 0 }))
    .sort((a, b) => a.end - b.end);
  for (const note of placed) note.number = context.nextNote();
  return {
    ranges: placed.map(({ start, end, id, number }) => ({
      start,
      end,
      open: open('span', { class: 'noted' }),
      close: '</span>',
      after: opener(id, `注${number}`),
    })),
    notes: placed.map(({ note, id, number }) =>
      element(
        'p',
        { class: 'note', id, popover: true, 'data-unit': '校注' },
        `${label(`校注${number}`)} ${escapeText(note)}`,
      ),
    ),
  };
}
