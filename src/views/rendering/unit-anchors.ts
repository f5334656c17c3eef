/** Anchors of 编、章、节、条、款、项 and levels, beside those of paragraphs: on the words that number them. */
import { structureOf, unitsIn } from '../../library/structures.ts';
import type { Block, Entry } from '../../library/types.ts';
import { anchorOf, type StructuralUnit } from '../../text/structure.ts';
import type { WordsAt } from '../../text/unit-label.ts';
import { open } from './html.ts';
import type { Range } from './ranges.ts';

const hasAnchor = (unit: StructuralUnit): boolean =>
  anchorOf(unit) === unit.id && unit.id !== unit.start.block && unit.kind !== 'table';

/** The words of its block that an anchor stands on: those that number the unit, or none. */
const wordsOf = ({ start, label }: StructuralUnit, { text }: Block): string =>
  text.startsWith(label, start.offset) ? label : '';

const anchored = (document: Entry, block: Block): StructuralUnit[] =>
  unitsIn(document, block).filter(hasAnchor);

/**
 * @param document an entry with text
 * @returns a range for each unit that begins in the block; 款 number nothing, theirs is empty
 */
export const unitAnchors = (document: Entry, block: Block): Range[] =>
  anchored(document, block).map((unit) => ({
    start: unit.start.offset,
    end: unit.start.offset + wordsOf(unit, block).length,
    open: open('span', { id: unit.id }),
    close: '</span>',
  }));

/** @returns the first anchor in a block, as a reader's browser will find it */
export const firstAnchor = (document: Entry, block: Block): string | undefined =>
  anchored(document, block)[0]?.id;

/** @returns what the anchors of a document's page stand on */
export function anchorWords(document: Entry): WordsAt {
  const words = new Map<string, string>();
  for (const unit of structureOf(document).units)
    if (hasAnchor(unit)) words.set(unit.id, wordsOf(unit, document.blocks[unit.start.index]!));
  return (id) => words.get(id);
}
