/** The structure of each entry's text, read once. */
import { readStructure, type StructuralUnit, type TextStructure } from '../text/structure.ts';
import { enclosing } from '../text/structure/units.ts';
import { push, sharedWeakMap } from './maps.ts';
import type { Block, Entry } from './types.ts';

type Document = Pick<Entry, 'blocks'>;

/** What is known of a text. */
interface Known {
  structure: TextStructure;
  /** For each block the innermost unit that it stands in; where several begin in it, the last. */
  innermost: Map<string, StructuralUnit>;
  /** For each block the units that begin in it, in order. */
  beginning: Map<string, StructuralUnit[]>;
}

const texts = sharedWeakMap<readonly Block[], Known>('structures');

function known({ blocks }: Document): Known {
  let text = texts.get(blocks);
  if (text) return text;
  text = { structure: readStructure(blocks), innermost: new Map(), beginning: new Map() };
  for (const unit of text.structure.units) {
    push(text.beginning, unit.start.block, unit);
    for (let i = unit.start.index; i <= unit.end.index; i++)
      text.innermost.set(blocks[i]!.id, unit);
  }
  texts.set(blocks, text);
  return text;
}

/** @returns the structure of an entry's text; empty for an entry without text */
export const structureOf = (document: Document): TextStructure => known(document).structure;

/** @returns the innermost unit that a block stands in, or null */
export const unitOf = (document: Document, { id }: Block): StructuralUnit | null =>
  known(document).innermost.get(id) ?? null;

/** @returns the units that begin in a block, in order */
export const unitsIn = (document: Document, { id }: Block): readonly StructuralUnit[] =>
  known(document).beginning.get(id) ?? [];

/**
 * @param offset a place in the block's text; its beginning where none is given
 * @returns the 条、款、项 or 目 that stands there, or null
 */
export function provisionAt(
  document: Document,
  block: Block,
  offset = Infinity,
): StructuralUnit | null {
  const here = unitsIn(document, block);
  let unit = unitOf(document, block);
  if (unit?.start.block === block.id && unit.start.offset > offset)
    unit = here.findLast(({ start }) => start.offset <= offset) ?? here[0]!.parent;
  return enclosing(unit, 'article', 'clause', 'item', 'subitem');
}
