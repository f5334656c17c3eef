/**
 * The inverted index of a library: for every token the pages that hold it, and where. Built over typed arrays, since a
 * library of a few thousand documents has tens of millions of positions.
 */
import { pairToken, singleToken } from '../format/tokens.ts';

/** A token with the range of its places in `Postings.pages` and `Postings.positions`. */
export interface TokenPlaces {
  token: string;
  /** Its code points; no second for a single character. */
  first: number;
  second: number | undefined;
  start: number;
  end: number;
}

export interface Postings {
  /** Sorted by token. */
  tokens: TokenPlaces[];
  /** Of each place: the page's number, and the position on it. Ascending within a token. */
  pages: Uint32Array;
  positions: Uint32Array;
}

type Numbers = Uint32Array<ArrayBuffer>;

/** Stands for the second character of a single one. */
const NONE = 0xffffffff;

/** Numbers pairs of code points as they come: a hash table with open addressing, which a Map is four times slower than. */
class PairNumbers {
  /** Code points of each number. */
  first: Numbers = new Uint32Array(1 << 16);
  second: Numbers = new Uint32Array(1 << 16);
  size = 0;
  /** Slots hold a number plus one. */
  private slots: Numbers = new Uint32Array(1 << 18);

  private slotOf(first: number, second: number): number {
    const mask = this.slots.length - 1;
    let slot = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) & mask;
    for (;;) {
      const number = this.slots[slot]! - 1;
      if (number < 0 || (this.first[number] === first && this.second[number] === second))
        return slot;
      slot = (slot + 1) & mask;
    }
  }

  numberOf(first: number, second: number): number {
    const slot = this.slotOf(first, second);
    if (this.slots[slot]! > 0) return this.slots[slot]! - 1;
    if (this.size === this.first.length) {
      this.first = doubled(this.first);
      this.second = doubled(this.second);
    }
    this.first[this.size] = first;
    this.second[this.size] = second;
    this.slots[slot] = ++this.size;
    if (this.size * 2 > this.slots.length) this.rehash();
    return this.size - 1;
  }

  private rehash(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    for (let number = 0; number < this.size; number++)
      this.slots[this.slotOf(this.first[number]!, this.second[number]!)] = number + 1;
  }
}

/** Collects the tokens of pages, one page after another. */
export class PostingsBuilder {
  private readonly pairs = new PairNumbers();
  private tokens: Numbers = new Uint32Array(1 << 16);
  private places: Numbers = new Uint32Array(1 << 16);
  private size = 0;
  /** Where the places of each page begin. */
  private readonly pageStarts: number[] = [];

  /** From now on, what is added belongs to the next page. */
  startPage(): void {
    this.pageStarts.push(this.size);
  }

  /** Every pair of a text whose first character stands at this position. */
  addPairs(points: readonly number[], position: number): void {
    for (let at = 0; at + 1 < points.length; at++)
      this.add(points[at]!, points[at + 1]!, position + at);
  }

  addSingle(point: number, position: number): void {
    this.add(point, NONE, position);
  }

  private add(first: number, second: number, position: number): void {
    if (this.size === this.tokens.length) {
      this.tokens = doubled(this.tokens);
      this.places = doubled(this.places);
    }
    this.tokens[this.size] = this.pairs.numberOf(first, second);
    this.places[this.size] = position;
    this.size++;
  }

  /** The places of all pages, token by token: a counting sort, which keeps pages and positions in order. Nothing is kept for a second time. */
  finish(): Postings {
    const { first, second, size } = this.pairs;
    const counts = new Uint32Array(size);
    for (let at = 0; at < this.size; at++) counts[this.tokens[at]!]!++;
    // Single characters are spelt after all pairs.
    const order = Array.from({ length: size }, (_, number) => number).sort(
      (one, other) =>
        Number(second[one] === NONE) - Number(second[other] === NONE) ||
        first[one]! - first[other]! ||
        second[one]! - second[other]!,
    );
    const next = new Uint32Array(size);
    let start = 0;
    const tokens = order.map((number): TokenPlaces => {
      const [one, other] = [first[number]!, second[number]!];
      next[number] = start;
      const end = start + counts[number]!;
      const alone = other === NONE;
      const token = alone ? singleToken(one) : pairToken(one, other);
      const places = { token, first: one, second: alone ? undefined : other, start, end };
      start = end;
      return places;
    });
    const pages = new Uint32Array(this.size);
    const positions = new Uint32Array(this.size);
    this.pageStarts.forEach((from, page) => {
      const to = this.pageStarts[page + 1] ?? this.size;
      for (let at = from; at < to; at++) {
        const place = next[this.tokens[at]!]!++;
        pages[place] = page;
        positions[place] = this.places[at]!;
      }
    });
    this.tokens = this.places = new Uint32Array(0);
    return { tokens, pages, positions };
  }
}

function doubled(array: Numbers): Numbers {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
