/** Backlinks: where a library names or cites each of its entries. */
import { push } from './multimap.ts';
import { passage } from './quotations.ts';
import type { Backlink, EntryKey, Library } from './types.ts';

/** @returns for each entry the places that lead to it, in the order of the entries and their texts */
export function collectBacklinks(library: Library): Map<EntryKey, Backlink[]> {
  const backlinks = new Map<EntryKey, Backlink[]>();
  for (const document of library.entries.values())
    for (const block of document.blocks) {
      const cited = library.citationsIn(document, block).filter(({ key }) => key !== document.key);
      const named = library
        .mentionsIn(block)
        .filter(({ start, end }) => !cited.some((c) => c.start < end && start < c.end))
        .map((mention) => ({ ...mention, unit: null }));
      const linked = block.links.map((link) => ({ ...link, unit: null }));
      const all = [...linked, ...named, ...cited].sort((a, b) => a.start - b.start);
      for (const { key, start, end, unit } of all)
        push(backlinks, key, {
          from: document.key,
          passage: passage(document, block, start, end),
          ...(unit ? { unit } : {}),
        });
    }
  return backlinks;
}
