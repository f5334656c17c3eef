/** Where a text means an entry, not only has the letters of its name. */
import { Matcher } from './matcher.ts';
import { compact } from './names.ts';
import type { Block, Entry, EntryKey, Library } from '../types.ts';

export interface Span {
  start: number;
  end: number;
}

/** Measures that are related to an entry: 培育龙头骨干企业 to 龙头骨干企业. */
const measuresOf = (library: Library, entry: Entry): Set<EntryKey> =>
  new Set(
    library
      .related(entry.key)
      .map((related) => related.entry.key)
      .filter((key) => key.startsWith('measures/')),
  );

/**
 * The places in a block that mean an entry, as the graph reads them: the longest name holds, so that
 * 新能源汽车 does not mean 新能源. Inside the name of a measure that is related to the entry, the
 * entry's name means what it says.
 * @returns offsets into the block's text, in order
 */
export function placesMeaning(library: Library, block: Block, entry: Entry): Span[] {
  const names = library.namesIn(block);
  const measures = measuresOf(library, entry);
  const insideMeasure = new Matcher([entry.title, ...entry.aliases].map(compact))
    .longest(block.text)
    .filter(({ start, end }) =>
      names.some((name) => measures.has(name.key) && name.start <= start && end <= name.end),
    );
  return [...names.filter(({ key }) => key === entry.key), ...insideMeasure]
    .map(({ start, end }) => ({ start, end }))
    .toSorted((a, b) => a.start - b.start);
}
