/**
 * The words of the index in Pagefind's form (`pagefind/src/index/index_words.rs`): chunks of neighbouring words, each
 * with its pages and positions. Cut by their bytes, so that a question loads no more than it must.
 */
import { isInName } from '../text/positions.ts';
import { CborWriter } from './cbor-writer.ts';
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
function writePositions(cbor: CborWriter, positions: Uint32Array): void {
  const names = positions.findIndex(isInName);
  cbor.array(positions.length + (names < 0 ? 0 : 1));
  let last = 0;
  for (let at = 0; at < positions.length; at++) {
    if (at === names) {
      cbor.number(UNWEIGHED);
      last = 0;
    }
    cbor.number(positions[at]! - last);
    last = positions[at]!;
  }
}

function pageEnds(pages: Uint32Array, { start, end }: TokenPlaces): number[] {
  const ends: number[] = [];
  for (let at = start + 1; at <= end; at++) {
    if (at === end || pages[at] !== pages[at - 1]) ends.push(at);
  }
  return ends;
}

function writeWord(cbor: CborWriter, { pages, positions }: Postings, word: TokenPlaces): void {
  const ends = pageEnds(pages, word);
  cbor.array(3);
  cbor.text(word.token);
  cbor.array(ends.length);
  let from = word.start;
  let last = 0;
  for (const to of ends) {
    const page = pages[from]!;
    cbor.array(3);
    cbor.number(page - last);
    writePositions(cbor, positions.subarray(from, to));
    cbor.array(0); // no words of metadata
    last = page;
    from = to;
  }
  cbor.array(0); // no spellings with other accents
}

/**
 * The chunks of an index, in order.
 * @param size bytes at which a chunk is full, before it is packed
 */
export function* wordChunks(postings: Postings, size: number): Generator<WordChunk> {
  const cbor = new CborWriter();
  let words: TokenPlaces[] = [];
  const finish = (): WordChunk => {
    const body = cbor.take();
    cbor.array(1);
    cbor.array(words.length);
    const head = cbor.take();
    const content = new Uint8Array(head.length + body.length);
    content.set(head);
    content.set(body, head.length);
    const chunk = { first: words[0]!.token, last: words.at(-1)!.token, content };
    words = [];
    return chunk;
  };
  for (const word of postings.tokens) {
    // A word that fills a chunk by itself gets one, so that its neighbours stay cheap.
    if (words.length > 0 && word.end - word.start > size / 4) yield finish();
    words.push(word);
    writeWord(cbor, postings, word);
    if (cbor.length >= size) yield finish();
  }
  if (words.length > 0) yield finish();
}
