/**
 * The words of an index, and their files in the form of Pagefind 1.6.0 (`pagefind/src/index`), as its own builder writes them:
 * `pagefind-entry.json`, the list of pages and chunks, and the words in chunks of neighbours; the latter two in CBOR (RFC 8949)
 * under gzip. Pagefind's own builder takes tokens as text and needs a minute and five gigabytes for 19 million characters
 * (docs/search.md). `pagefind-files.test.ts` builds the same words with both, and compares.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { encode } from 'cborg';
import { SIGNATURE } from '../format/index-files.ts';
import { NAMES, pairToken, singleToken } from '../format/tokens.ts';

const VERSION = '1.6.0';
/** No language: Pagefind then neither stems nor segments, and takes its plain WebAssembly. */
const LANGUAGE = 'und';
/** Chunks packed at a time: each takes a quarter of a megabyte while it is. */
const AT_ONCE = 16;
/** Comes before positions that are found but not weighed: those in names. Others need no mark of their weight. */
const UNWEIGHED = -1;

/** A token and where it stands: each place is a page's number times `PAGE`, and the position there; in ascending order. */
export interface Word {
  token: string;
  isPair: boolean;
  places: number[];
}

/** More than any position is. */
const PAGE = 2 ** 31;

const inOrder = <Value>(map: Map<number, Value>): [number, Value][] =>
  [...map].sort(([one], [other]) => one - other);

/** Collects the tokens of pages: for every token the pages that hold it, and where. */
export class Postings {
  /** By first and second character: a map for all pairs is twice as slow. */
  private readonly pairs = new Map<number, Map<number, number[]>>();
  private readonly singles = new Map<number, number[]>();
  /** How many places all tokens have. */
  size = 0;

  /** Every pair of a text whose first character stands at this position. Pages come in order, and positions on each. */
  addPairs(page: number, points: readonly number[], position: number): void {
    const start = page * PAGE + position;
    for (let at = 0; at + 1 < points.length; at++) {
      let seconds = this.pairs.get(points[at]!);
      if (!seconds) this.pairs.set(points[at]!, (seconds = new Map()));
      this.add(seconds, points[at + 1]!, start + at);
    }
  }

  addSingle(page: number, point: number, position: number): void {
    this.add(this.singles, point, page * PAGE + position);
  }

  private add(words: Map<number, number[]>, point: number, place: number): void {
    const places = words.get(point);
    if (places) places.push(place);
    else words.set(point, [place]);
    this.size++;
  }

  /** All tokens, sorted. */
  words(): Word[] {
    const pairs = inOrder(this.pairs).flatMap(([first, seconds]) =>
      inOrder(seconds).map(([second, places]): Word => {
        return { token: pairToken(first, second), isPair: true, places };
      }),
    );
    const singles = inOrder(this.singles).map(([point, places]): Word => {
      return { token: singleToken(point), isPair: false, places };
    });
    return [...pairs, ...singles];
  }
}

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

/** Writes what a CBOR item begins with: its kind, and a number in as few bytes as can be. A library for all values takes ten times as long. */
function item(bytes: number[], kind: number, value: number): void {
  if (value < 24) bytes.push(kind | value);
  else if (value < 2 ** 8) bytes.push(kind | 24, value);
  else if (value < 2 ** 16) bytes.push(kind | 25, value >> 8, value & 0xff);
  else bytes.push(kind | 26, value >>> 24, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff);
}

/** Positions, each as its distance from the one before; those in names after a mark, and begun anew. */
function writePositions(bytes: number[], places: number[], from: number, to: number): void {
  const page = Math.floor(places[from]! / PAGE) * PAGE;
  let names = to;
  while (names > from && places[names - 1]! - page >= NAMES) names--;
  item(bytes, ARRAY, to - from + (names < to ? 1 : 0));
  let last = page;
  for (let at = from; at < to; at++) {
    if (at === names) {
      item(bytes, NEGATIVE, -1 - UNWEIGHED);
      last = page;
    }
    item(bytes, UNSIGNED, places[at]! - last);
    last = places[at]!;
  }
}

/** A word with its pages, each with its positions and no words of metadata; and no other spellings. */
function writeWord(bytes: number[], { token, places }: Word): void {
  const starts: number[] = [];
  for (let at = 0, next = 0; at < places.length; at++) {
    if (places[at]! < next) continue;
    starts.push(at);
    next = (Math.floor(places[at]! / PAGE) + 1) * PAGE;
  }
  item(bytes, ARRAY, 3);
  item(bytes, TEXT, token.length);
  for (const letter of Buffer.from(token)) bytes.push(letter);
  item(bytes, ARRAY, starts.length);
  let last = 0;
  for (const [number, from] of starts.entries()) {
    const page = Math.floor(places[from]! / PAGE);
    item(bytes, ARRAY, 3);
    item(bytes, UNSIGNED, page - last);
    writePositions(bytes, places, from, starts[number + 1] ?? places.length);
    item(bytes, ARRAY, 0);
    last = page;
  }
  item(bytes, ARRAY, 0);
}

function chunkOf(words: Word[]): Uint8Array {
  const bytes: number[] = [];
  item(bytes, ARRAY, 1);
  item(bytes, ARRAY, words.length);
  for (const word of words) writeWord(bytes, word);
  return Uint8Array.from(bytes);
}

/**
 * The words in groups of neighbours, in order.
 * @param size places at which a group is full
 */
function groupsOf(words: Word[], size: number): Word[][] {
  const groups: Word[][] = [];
  let held = Infinity;
  for (const word of words) {
    // A word that fills a chunk by itself gets one, so that its neighbours stay cheap.
    if (held >= size || word.places.length > size) {
      groups.push([]);
      held = 0;
    }
    groups.at(-1)!.push(word);
    held += word.places.length;
  }
  return groups;
}

/**
 * @param pages their ids, and how long Pagefind shall think they are when it weighs them
 * @param words in order
 * @param size places at which a chunk of words is full
 * @returns path, relative to `pagefind/`, to content
 */
export async function pagefindFiles(
  pages: { id: string; words: number }[],
  words: Word[],
  size: number,
): Promise<Map<string, Uint8Array>> {
  const groups = groupsOf(words, size);
  const hashed = createHash('sha256');
  const chunks: Uint8Array[] = [];
  for (let from = 0; from < groups.length; from += AT_ONCE) {
    const some = groups.slice(from, from + AT_ONCE).map(chunkOf);
    for (const content of some) hashed.update(content);
    chunks.push(...(await Promise.all(some.map(pack))));
  }
  const folder = hashed.digest('hex').slice(0, 10);
  const files = new Map<string, Uint8Array>();
  chunks.forEach((content, at) => files.set(`index/${folder}/${at}.pf_index`, content));
  const meta = encode([
    VERSION,
    // No group of fragments.
    pages.map(({ id, words: length }) => [id, length, '']),
    groups.map((group, number) => [group[0]!.token, group.at(-1)!.token, `${folder}/${number}`]),
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
