/** Which words of a passage mean an entry, and so are marked on its page. */
import { Matcher } from '../library/matcher.ts';
import { compact } from '../library/names.ts';
import type { Entry, EntryKey, Library, Passage } from '../library/types.ts';
import { namesOf } from './named.ts';

export interface Span {
  start: number;
  end: number;
}

/** Measures that are related to an entry: 培育龙头骨干企业 to 龙头骨干企业. */
const measuresOf = (library: Library, entry: Entry): Set<EntryKey> =>
  new Set(
    library
      .related(entry.key)
      .map((related) => related.entry)
      .filter(({ collection }) => collection === 'measures')
      .map(({ key }) => key),
  );

/**
 * The places in a passage's quoted words that name an entry, as the graph reads them: the longest
 * name holds, so that 新能源 is not marked inside 新能源汽车. Inside the name of a measure that is
 * related to the entry, the entry's name means what it says.
 * @returns offsets into the passage's block, in order
 */
export function marksIn(library: Library, passage: Passage, entry: Entry): Span[] {
  const { block } = passage;
  const names = library.namesIn(block);
  const related = measuresOf(library, entry);
  const insideMeasure = new Matcher(namesOf(entry).map(compact))
    .longest(block.text)
    .filter(({ start, end }) =>
      names.some((name) => related.has(name.key) && name.start <= start && end <= name.end),
    );
  return [...names.filter(({ key }) => key === entry.key), ...insideMeasure]
    .filter(({ start, end }) => passage.start <= start && end <= passage.end)
    .map(({ start, end }) => ({ start, end }))
    .toSorted((a, b) => a.start - b.start);
}
