/** The structure of each entry's text, read once. */
import { readStructure, type StructuralUnit, type TextStructure } from '../text/structure.ts';
import { enclosing } from '../text/structure/units.ts';
import { push } from './maps.ts';
import type { Block, Entry } from './types.ts';

type Document = Pick<Entry, 'blocks'>;

/**
 * What was worked out of each text. Astro bundles the pages, with modules of their own, and runs them in the process of its
 * integrations: on `globalThis` both have the same map, and nothing is worked out twice.
 */
const SHARED = Symbol.for('policy-library:structures');
const shared = globalThis as { [SHARED]?: WeakMap<readonly Block[], ReturnType<typeof read>> };
const texts = (shared[SHARED] ??= new WeakMap());

function read(blocks: readonly Block[]) {
  const structure = readStructure(blocks);
  /** For each block the innermost unit that it stands in; where several begin in it, the last. */
  const innermost = new Map<string, StructuralUnit>();
  /** For each block the units that begin in it, in order. */
  const beginning = new Map<string, StructuralUnit[]>();
  for (const unit of structure.units) {
    push(beginning, unit.start.block, unit);
    for (let i = unit.start.index; i <= unit.end.index; i++) innermost.set(blocks[i]!.id, unit);
  }
  return { structure, innermost, beginning };
}

function known({ blocks }: Document): ReturnType<typeof read> {
  const text = texts.get(blocks) ?? read(blocks);
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
