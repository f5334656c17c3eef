/** Anchors of 编、章、节、条、款、项 and levels, beside those of paragraphs: on the words that number them. */
import { unitsIn } from '../library/structures.ts';
import type { Block, Entry } from '../library/types.ts';
import { anchorOf } from '../text/structure.ts';
import { open } from './html.ts';
import type { Range } from './ranges.ts';

/**
 * @param document an entry with text
 * @returns a range for each unit that begins in the block; 款 number nothing, theirs is empty
 */
export const unitAnchors = (document: Entry, block: Block): Range[] =>
  unitsIn(document, block)
    .filter((unit) => anchorOf(unit) === unit.id && unit.id !== block.id && unit.kind !== 'table')
    .map(({ id, start: { offset }, label }) => ({
      start: offset,
      end: block.text.startsWith(label, offset) ? offset + label.length : offset,
      open: open('span', { id }),
      close: '</span>',
    }));
