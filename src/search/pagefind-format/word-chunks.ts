/**
 * The words of the index in Pagefind's form (`pagefind/src/index/index_words.rs`): chunks of neighbouring words, each
 * with its pages and positions. Cut by their bytes, so that a question loads no more than it must.
 *
 * In CBOR (RFC 8949), by cborg 6.1.5 (Apache-2.0, 0.9 MB, no dependencies), one word at a time: the tree of a whole index
 * would take gigabytes. Of 300 laws, 118 thousand words and 8.1 MB, cborg takes 0.23 s of an index build of 2.6 s, cbor-x 1.6.9
 * (MIT) 0.12 s and a writer of our own 0.15 s, all with the same bytes; cbor-x brings binaries for reading, which nothing here
 * does, and a script that installs them.
 */
import { encode } from 'cborg';
import { isInName } from '../text/positions.ts';
import type { Postings, TokenPlaces } from './postings.ts';

/** Comes before positions that are found but not weighed: those in names. Others need no mark of their weight. */
const UNWEIGHED = -1;

export interface WordChunk {
  /** Its first and its last word. */
  first: string;
  last: string;
  content: Uint8Array;
}

/** A page's positions of a word, as differences; those in names are the last. */
function positionsOf(positions: Uint32Array): number[] {
  const names = positions.findIndex(isInName);
  const written: number[] = [];
  let last = 0;
  for (let at = 0; at < positions.length; at++) {
    if (at === names) {
      written.push(UNWEIGHED);
      last = 0;
    }
    written.push(positions[at]! - last);
    last = positions[at]!;
  }
  return written;
}

function pageEnds(pages: Uint32Array, { start, end }: TokenPlaces): number[] {
  const ends: number[] = [];
  for (let at = start + 1; at <= end; at++) {
    if (at === end || pages[at] !== pages[at - 1]) ends.push(at);
  }
  return ends;
}

/** A word as Pagefind has it: its pages, as differences, each with its positions and no words of metadata; no spellings. */
function wordOf({ pages, positions }: Postings, word: TokenPlaces): unknown[] {
  let from = word.start;
  let last = 0;
  const places = pageEnds(pages, word).map((to) => {
    const page = pages[from]!;
    const place = [page - last, positionsOf(positions.subarray(from, to)), []];
    last = page;
    from = to;
    return place;
  });
  return [word.token, places, []];
}

/** What an array of this many items begins with in CBOR. */
function arrayHead(length: number): Uint8Array {
  const zeros = encode(new Array(length).fill(0));
  return zeros.subarray(0, zeros.length - length);
}

/**
 * The chunks of an index, in order.
 * @param size bytes at which a chunk is full, before it is packed
 */
export function* wordChunks(postings: Postings, size: number): Generator<WordChunk> {
  let words: { token: string; content: Uint8Array }[] = [];
  let length = 0;
  const finish = (): WordChunk => {
    const chunk = {
      first: words[0]!.token,
      last: words.at(-1)!.token,
      content: Buffer.concat([
        arrayHead(1),
        arrayHead(words.length),
        ...words.map(({ content }) => content),
      ]),
    };
    words = [];
    length = 0;
    return chunk;
  };
  for (const word of postings.tokens) {
    // A word that fills a chunk by itself gets one, so that its neighbours stay cheap.
    if (words.length > 0 && word.end - word.start > size / 4) yield finish();
    const content = encode(wordOf(postings, word));
    words.push({ token: word.token, content });
    length += content.length;
    if (length >= size) yield finish();
  }
  if (words.length > 0) yield finish();
}
