/** The structure of each entry's text, read once. */
import { readStructure, type StructuralUnit, type TextStructure } from '../text/structure.ts';
import { push, sharedWeakMap } from './maps.ts';
import type { Block, Entry } from './types.ts';

const structures = sharedWeakMap<readonly Block[], TextStructure>('structures');

/** @returns the structure of an entry's text; empty for an entry without text */
export function structureOf({ blocks }: Pick<Entry, 'blocks'>): TextStructure {
  let structure = structures.get(blocks);
  if (!structure) structures.set(blocks, (structure = readStructure(blocks)));
  return structure;
}

const innermost = sharedWeakMap<TextStructure, Map<string, StructuralUnit>>('innermost units');

/** For each block the innermost unit that it stands in; where several begin in it, the last. */
function unitsByBlock(entry: Pick<Entry, 'blocks'>): Map<string, StructuralUnit> {
  const structure = structureOf(entry);
  let units = innermost.get(structure);
  if (units) return units;
  units = new Map();
  for (const unit of structure.units)
    for (let i = unit.start.index; i <= unit.end.index; i++) units.set(entry.blocks[i]!.id, unit);
  innermost.set(structure, units);
  return units;
}

/** @returns the innermost unit that a block stands in, or null */
export const unitOf = (entry: Pick<Entry, 'blocks'>, block: Block): StructuralUnit | null =>
  unitsByBlock(entry).get(block.id) ?? null;

const starts = sharedWeakMap<TextStructure, Map<string, StructuralUnit[]>>('units by block');

/** @returns the units that begin in a block, in order */
export function unitsIn(entry: Pick<Entry, 'blocks'>, block: Block): readonly StructuralUnit[] {
  const structure = structureOf(entry);
  let units = starts.get(structure);
  if (!units) {
    units = new Map();
    for (const unit of structure.units) push(units, unit.start.block, unit);
    starts.set(structure, units);
  }
  return units.get(block.id) ?? [];
}

/** What a citation may be precise to. */
const CITED = new Set(['article', 'clause', 'item', 'subitem']);

/**
 * @param offset a place in the block's text; its beginning where none is given
 * @returns the 条、款、项 or 目 that stands there, or null
 */
export function provisionAt(
  entry: Pick<Entry, 'blocks'>,
  block: Block,
  offset?: number,
): StructuralUnit | null {
  let unit = unitOf(entry, block);
  if (offset !== undefined && unit?.start.block === block.id && unit.start.offset > offset) {
    const here = unitsIn(entry, block);
    unit = here.findLast(({ start }) => start.offset <= offset) ?? here[0]!.parent;
  }
  while (unit && !CITED.has(unit.kind)) unit = unit.parent;
  return unit;
}
