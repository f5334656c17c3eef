/** The structure of each entry's text, read once. */
import { readStructure } from '../text/structure.ts';
import { enclosing, type StructuralUnit, type TextStructure } from '../text/structure/units.ts';
import type { Block, Entry } from './types.ts';

type Document = Pick<Entry, 'blocks'>;

/**
 * What was worked out of each text. Astro bundles the pages, with modules of their own, and runs them in the process of its
 * integrations: on `globalThis` both have the same map, and nothing is worked out twice.
 */
const SHARED = Symbol.for('policy-library:structures');
const shared = globalThis as { [SHARED]?: WeakMap<readonly Block[], TextStructure> };
const known = (shared[SHARED] ??= new WeakMap());

/** @returns the structure of an entry's text; empty for an entry without text */
export function structureOf({ blocks }: Document): TextStructure {
  const structure = known.get(blocks) ?? readStructure(blocks);
  known.set(blocks, structure);
  return structure;
}

/** @returns the innermost unit that a block stands in, or null; where several begin in it, the last */
export const unitOf = (document: Document, { id }: Block): StructuralUnit | null =>
  structureOf(document).innermost.get(id) ?? null;

/** @returns the units that begin in a block, in order */
export const unitsIn = (document: Document, { id }: Block): readonly StructuralUnit[] =>
  structureOf(document).beginning.get(id) ?? [];

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
