/** The words of the index in chunks of neighbours, cut by what they hold, so that a question loads no more than it must. */
import { packWords, type Place, type Word } from './packed-words.ts';
import type { Postings, TokenPlaces } from './postings.ts';

export interface WordChunk {
  /** Its first and its last word. */
  first: string;
  last: string;
  /** Packed words. */
  content: Uint8Array;
}

/** A word's pages, each with its positions, in lists of just their length: one that grows takes room for seventeen. */
function placesOf({ pages, positions }: Postings, { start, end }: TokenPlaces): Place[] {
  const places: Place[] = [];
  for (let from = start, to = start; from < end; from = to) {
    while (to < end && pages[to] === pages[from]) to++;
    const here = new Array<number>(to - from);
    for (let at = from; at < to; at++) here[at - from] = positions[at]!;
    places.push({ page: pages[from]!, positions: here });
  }
  return places;
}

/**
 * The chunks of an index, in order.
 * @param allPages how many pages it has
 * @param size places at which a chunk is full
 */
export function* wordChunks(
  postings: Postings,
  allPages: number,
  size: number,
): Generator<WordChunk> {
  let words: (Word & { token: string })[] = [];
  let held = 0;
  const finish = (): WordChunk => {
    const chunk = {
      first: words[0]!.token,
      last: words.at(-1)!.token,
      content: packWords(words, allPages),
    };
    words = [];
    held = 0;
    return chunk;
  };
  for (const { token, first, second, start, end } of postings.tokens) {
    // A word that fills a chunk by itself gets one, so that its neighbours stay cheap.
    if (words.length > 0 && end - start > size) yield finish();
    words.push({
      token,
      first,
      second,
      places: placesOf(postings, { token, first, second, start, end }),
    });
    held += end - start;
    if (held >= size) yield finish();
  }
  if (words.length > 0) yield finish();
}
