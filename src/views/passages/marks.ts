/** Which words of a passage mean an entry, and so are marked on its page. */
import { placesMeaning, type Span } from '../../library/names/mentions.ts';
import type { Entry, Library, Passage } from '../../library/types.ts';

/**
 * The places in a passage's quoted words that mean an entry.
 * @returns offsets into the passage's block, in order
 */
export const marksIn = (library: Library, passage: Passage, entry: Entry): Span[] =>
  placesMeaning(library, passage.block, entry).filter(
    ({ start, end }) => passage.start <= start && end <= passage.end,
  );
