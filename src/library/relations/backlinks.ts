/** Backlinks: where a library names or cites each of its entries. */
import { push } from '../maps.ts';
import { passage } from './quotations.ts';
import type { Backlink, Entry, EntryKey, Library } from '../types.ts';

/**
 * @param documents whose texts are read, all entries where none are given
 * @returns for each entry the places that lead to it, in the order of the entries and their texts
 */
export function collectBacklinks(
  library: Library,
  documents: Iterable<Entry> = library.entries.values(),
): Map<EntryKey, Backlink[]> {
  const backlinks = new Map<EntryKey, Backlink[]>();
  for (const document of documents)
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

/**
 * The texts that can lead to an entry, without reading any for citations: what `npm run dev` needs of a library of
 * thousands to show one page.
 * @param cited finds something in every text that cites the entry
 */
export function leadingTo(library: Library, key: EntryKey, cited: RegExp | null): Entry[] {
  return [...library.entries.values()].filter(({ blocks }) =>
    blocks.some(
      (block) =>
        block.links.some((link) => link.key === key) ||
        library.mentionsIn(block).some((mention) => mention.key === key) ||
        cited?.test(block.text),
    ),
  );
}
