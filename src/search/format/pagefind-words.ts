/**
 * Words in Pagefind's own form (`pagefind/src/index/index_words.rs`), in CBOR (RFC 8949), as its WebAssembly reads them: each with
 * its pages, as differences, each with its positions, as differences too, and no words of metadata; no spellings.
 * In browsers this is made from packed words, and must be small there: arrays, numbers and letters are all it writes.
 */
import { NAMES } from './positions.ts';
import { pairToken, singleToken } from './tokens.ts';
import type { Word } from './packed-words.ts';

/** Comes before positions that are found but not weighed: those in names. Others need no mark of their weight. */
const UNWEIGHED = -1;

const UNSIGNED = 0x00;
const NEGATIVE = 0x20;
const TEXT = 0x60;
const ARRAY = 0x80;

class CborWriter {
  private bytes = new Uint8Array(1 << 15);
  private length = 0;

  /** What an item begins with: its kind, and a number in as few bytes as can be. */
  head(kind: number, value: number): void {
    if (this.length + 5 > this.bytes.length) this.grow(5);
    if (value < 24) return this.put(kind | value);
    const size = value < 2 ** 8 ? 0 : value < 2 ** 16 ? 1 : 2;
    this.put(kind | (24 + size));
    for (let shift = (1 << size) - 1; shift >= 0; shift--) this.put((value >>> (8 * shift)) & 0xff);
  }

  integer(value: number): void {
    if (value < 0) this.head(NEGATIVE, -1 - value);
    else this.head(UNSIGNED, value);
  }

  /** A–z alone. */
  letters(text: string): void {
    this.head(TEXT, text.length);
    if (this.length + text.length > this.bytes.length) this.grow(text.length);
    for (let at = 0; at < text.length; at++) this.put(text.charCodeAt(at));
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length);
  }

  private put(byte: number): void {
    this.bytes[this.length++] = byte;
  }

  private grow(more: number): void {
    const larger = new Uint8Array(this.bytes.length * 2 + more);
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

function writePositions(cbor: CborWriter, positions: readonly number[]): void {
  const names = positions.findIndex((position) => position >= NAMES);
  cbor.head(ARRAY, positions.length + (names < 0 ? 0 : 1));
  let last = 0;
  positions.forEach((position, at) => {
    if (at === names) {
      cbor.integer(UNWEIGHED);
      last = 0;
    }
    cbor.integer(position - last);
    last = position;
  });
}

function writeWord(cbor: CborWriter, { first, second, places }: Word): void {
  cbor.head(ARRAY, 3);
  cbor.letters(second === undefined ? singleToken(first) : pairToken(first, second));
  cbor.head(ARRAY, places.length);
  let last = 0;
  for (const { page, positions } of places) {
    cbor.head(ARRAY, 3);
    cbor.integer(page - last);
    writePositions(cbor, positions);
    cbor.head(ARRAY, 0);
    last = page;
  }
  cbor.head(ARRAY, 0);
}

/** The words of a chunk as Pagefind has them. */
export function pagefindWords(words: readonly Word[]): Uint8Array<ArrayBuffer> {
  const cbor = new CborWriter();
  cbor.head(ARRAY, 1);
  cbor.head(ARRAY, words.length);
  for (const word of words) writeWord(cbor, word);
  return cbor.finish();
}
