/** Measures as a long list holds them: under the document that states them, and filed by it. */
import type { Library } from '../../library/types.ts';
import type { Item } from '../long-lists/catalogue.ts';
import { flatten } from './measure-tree.ts';
import { measuresBySource, type MeasureGroup } from './measures-by-source.ts';

export interface MeasureItem extends Item {
  measures: MeasureGroup;
}

/** What a measure takes on a page beside its name. */
const MARKUP = 150;
const A_CHARACTER = 3;

/** Documents with their measures; a measure without a document stands alone. */
export function measureItems(library: Library): MeasureItem[] {
  const groups = measuresBySource(library).flatMap((group): MeasureGroup[] =>
    group.source
      ? [group]
      : group.roots.map((root) => ({ ...group, roots: [root], count: flatten(root).length })),
  );
  return groups.map((measures) => ({
    entry: measures.source ?? measures.roots[0]!.entry,
    measures,
    weight: measures.roots
      .flatMap(flatten)
      .reduce((sum, { title }) => sum + MARKUP + A_CHARACTER * title.length, 0),
  }));
}

/** The measures of these items, those without a document together at the end. */
export function measureGroups(items: MeasureItem[]): MeasureGroup[] {
  const groups = items.map(({ measures }) => measures);
  const without = groups.filter(({ source }) => !source);
  if (without.length === 0) return groups;
  return [
    ...groups.filter(({ source }) => source),
    {
      others: [...new Set(without.flatMap(({ others }) => others))],
      roots: without.flatMap(({ roots }) => roots),
      count: without.reduce((sum, { count }) => sum + count, 0),
    },
  ];
}
