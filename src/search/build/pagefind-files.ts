/**
 * The words of an index in the files of Pagefind 1.6.0 (`pagefind/src/index`), as its own builder writes them: `pagefind-entry.json`,
 * the list of pages and chunks, and the words in chunks of neighbours; the latter two in CBOR (RFC 8949) under gzip. Pagefind's own
 * builder takes tokens as text and needs a minute and five gigabytes for 19 million characters (docs/search.md); this
 * writes the same from typed arrays. `pagefind-files.test.ts` builds the same words with both, and compares.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { encode } from 'cborg';
import { SIGNATURE } from '../format/index-files.ts';
import { NAMES } from '../format/tokens.ts';
import type { Postings, TokenPlaces } from './postings.ts';

const VERSION = '1.6.0';
/** No language: Pagefind then neither stems nor segments, and takes its plain WebAssembly. */
const LANGUAGE = 'und';
/** Chunks packed at a time: each takes a quarter of a megabyte while it is. */
const AT_ONCE = 16;
/** Comes before positions that are found but not weighed: those in names. Others need no mark of their weight. */
const UNWEIGHED = -1;

const gzipAsync = promisify(gzip);

/** Packs a file's content as Pagefind does. The buffer that zlib writes into, 16 KB for the smallest file, is let go. */
export async function pack(content: Uint8Array): Promise<Uint8Array> {
  const bytes = Buffer.concat([Buffer.from(SIGNATURE), content]);
  return new Uint8Array(await gzipAsync(bytes, { level: 6 }));
}

/** A name for these contents: other contents have another. */
export function digestOf(contents: Iterable<Uint8Array>): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('hex').slice(0, 10);
}

const UNSIGNED = 0x00;
const NEGATIVE = 0x20;
const TEXT = 0x60;
const ARRAY = 0x80;

/** Arrays, numbers and letters in CBOR. An index has tens of millions of numbers: a library for all values takes ten times as long. */
class CborWriter {
  private bytes = new Uint8Array(1 << 15);
  private length = 0;

  /** What an item begins with: its kind, and a number in as few bytes as can be. */
  head(kind: number, value: number): void {
    if (this.length + 5 > this.bytes.length) this.grow();
    if (value < 24) {
      this.bytes[this.length++] = kind | value;
      return;
    }
    const size = value < 2 ** 8 ? 0 : value < 2 ** 16 ? 1 : 2;
    this.bytes[this.length++] = kind | (24 + size);
    for (let shift = (1 << size) - 1; shift >= 0; shift--)
      this.bytes[this.length++] = (value >>> (8 * shift)) & 0xff;
  }

  integer(value: number): void {
    if (value < 0) this.head(NEGATIVE, -1 - value);
    else this.head(UNSIGNED, value);
  }

  /** A token: a to z, some ten of them. */
  token(text: string): void {
    this.head(TEXT, text.length);
    if (this.length + text.length > this.bytes.length) this.grow();
    for (let at = 0; at < text.length; at++) this.bytes[this.length++] = text.charCodeAt(at);
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private grow(): void {
    const larger = new Uint8Array(this.bytes.length * 2);
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

/** Positions from `from` to `to`, each as its distance from the one before; those in names after a mark, and begun anew. */
function writePositions(cbor: CborWriter, positions: Uint32Array, from: number, to: number): void {
  let names = to;
  while (names > from && positions[names - 1]! >= NAMES) names--;
  cbor.head(ARRAY, to - from + (names < to ? 1 : 0));
  let last = 0;
  for (let at = from; at < to; at++) {
    if (at === names) {
      cbor.integer(UNWEIGHED);
      last = 0;
    }
    cbor.integer(positions[at]! - last);
    last = positions[at]!;
  }
}

/** A word with its pages, each with its positions and no words of metadata; and no other spellings. */
function writeWord(cbor: CborWriter, { pages, positions }: Postings, word: TokenPlaces): void {
  const { token, start, end } = word;
  cbor.head(ARRAY, 3);
  cbor.token(token);
  let count = 0;
  for (let at = start; at < end; at++) if (at === start || pages[at] !== pages[at - 1]) count++;
  cbor.head(ARRAY, count);
  let last = 0;
  for (let from = start, to = start; from < end; from = to) {
    while (to < end && pages[to] === pages[from]) to++;
    cbor.head(ARRAY, 3);
    cbor.integer(pages[from]! - last);
    writePositions(cbor, positions, from, to);
    cbor.head(ARRAY, 0);
    last = pages[from]!;
  }
  cbor.head(ARRAY, 0);
}

function chunkOf(postings: Postings, words: TokenPlaces[]): Uint8Array {
  const cbor = new CborWriter();
  cbor.head(ARRAY, 1);
  cbor.head(ARRAY, words.length);
  for (const word of words) writeWord(cbor, postings, word);
  return cbor.finish();
}

/**
 * The words in groups of neighbours, in order.
 * @param size places at which a group is full
 */
function groupsOf(tokens: TokenPlaces[], size: number): TokenPlaces[][] {
  const groups: TokenPlaces[][] = [];
  let held = Infinity;
  for (const word of tokens) {
    const places = word.end - word.start;
    // A word that fills a chunk by itself gets one, so that its neighbours stay cheap.
    if (held >= size || places > size) {
      groups.push([]);
      held = 0;
    }
    groups.at(-1)!.push(word);
    held += places;
  }
  return groups;
}

/** As little of two neighbouring words as tells them apart. */
function shortened(before: string, after: string): [string, string] {
  let common = 0;
  while (common < before.length && before[common] === after[common]) common++;
  return [before.slice(0, common + 1), after.slice(0, common + 1)];
}

/** The range of words that each chunk answers for, shortened as Pagefind shortens it. */
function rangesOf(groups: TokenPlaces[][]): { from: string; to: string }[] {
  const ranges = groups.map((words) => ({ from: words[0]!.token, to: words.at(-1)!.token }));
  for (let at = 0; at + 1 < ranges.length; at++) {
    const [to, from] = shortened(ranges[at]!.to, ranges[at + 1]!.from);
    if (to >= ranges[at]!.from) ranges[at]!.to = to;
    ranges[at + 1]!.from = from;
  }
  return ranges;
}

/**
 * @param pages their ids, and how long Pagefind shall think they are when it weighs them
 * @param size places at which a chunk of words is full
 * @returns path, relative to `pagefind/`, to content
 */
export async function pagefindFiles(
  pages: { id: string; words: number }[],
  postings: Postings,
  size: number,
): Promise<Map<string, Uint8Array>> {
  const groups = groupsOf(postings.tokens, size);
  const hashed = createHash('sha256');
  const chunks: Uint8Array[] = [];
  for (let from = 0; from < groups.length; from += AT_ONCE) {
    const some = groups.slice(from, from + AT_ONCE).map((words) => chunkOf(postings, words));
    for (const content of some) hashed.update(content);
    chunks.push(...(await Promise.all(some.map(pack))));
  }
  const folder = hashed.digest('hex').slice(0, 10);
  const files = new Map<string, Uint8Array>();
  chunks.forEach((content, at) => files.set(`index/${folder}/${at}.pf_index`, content));
  const meta = encode([
    VERSION,
    // No group of fragments.
    pages.map(({ id, words }) => [id, words, '']),
    rangesOf(groups).map(({ from, to }, number) => [from, to, `${folder}/${number}`]),
    // Filters, orders and fields of metadata: none, the table of pages has them.
    [],
    [],
    [],
  ]);
  const hash = `${LANGUAGE}_${digestOf([meta])}`;
  files.set(`pagefind.${hash}.pf_meta`, await pack(meta));
  const entry = {
    version: VERSION,
    languages: { [LANGUAGE]: { hash, wasm: null, page_count: pages.length } },
    include_characters: [],
  };
  files.set('pagefind-entry.json', new TextEncoder().encode(JSON.stringify(entry)));
  return files;
}
