/** How the Traditional → Simplified table travels with the index. */
import type { FoldTable } from './normalise.ts';

/** As a string of pairs, 産产業业, for the index. */
export function packTable(table: FoldTable): string {
  return [...table].flat().join('');
}

/** The inverse of `packTable`. */
export function unpackTable(packed: string): FoldTable {
  const characters = Array.from(packed);
  const table = new Map<string, string>();
  for (let at = 0; at + 1 < characters.length; at += 2)
    table.set(characters[at]!, characters[at + 1]!);
  return table;
}
