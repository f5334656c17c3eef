/**
 * The inverted index of a library: for every token the pages that hold it, and where. Built over typed arrays, since a
 * library of a few thousand documents has tens of millions of positions.
 */
import { pairToken, singleToken } from '../text/tokens.ts';

/** A token with the range of its places in `Postings.pages` and `Postings.positions`. */
export interface TokenPlaces {
  token: string;
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

/** Code points are below 2²¹; no pair has 0 as its first, which marks a single character. */
const POINTS = 2 ** 21;

/** Collects the tokens of pages, one page after another. */
export class PostingsBuilder {
  private readonly numbers = new Map<number, number>();
  private readonly keys: number[] = [];
  private readonly counts: number[] = [];
  private tokens = new Uint32Array(1 << 16);
  private places = new Uint32Array(1 << 16);
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
      this.add(points[at]! * POINTS + points[at + 1]!, position + at);
  }

  addSingle(point: number, position: number): void {
    this.add(point, position);
  }

  private add(key: number, position: number): void {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.keys.length;
      this.numbers.set(key, number);
      this.keys.push(key);
      this.counts.push(0);
    }
    if (this.size === this.tokens.length) {
      this.tokens = grown(this.tokens);
      this.places = grown(this.places);
    }
    this.counts[number]!++;
    this.tokens[this.size] = number;
    this.places[this.size] = position;
    this.size++;
  }

  /** The places of all pages, token by token: a counting sort, which keeps pages and positions in order. */
  finish(): Postings {
    const order = this.keys
      .map((_, number) => number)
      .sort((one, other) => {
        const [a, b] = [this.keys[one]!, this.keys[other]!];
        // Single characters are spelt after all pairs.
        return Number(a < POINTS) - Number(b < POINTS) || a - b;
      });
    const next = new Uint32Array(order.length);
    const tokens: TokenPlaces[] = [];
    let start = 0;
    for (const number of order) {
      next[number] = start;
      const end = start + this.counts[number]!;
      const key = this.keys[number]!;
      const token =
        key < POINTS ? singleToken(key) : pairToken(Math.floor(key / POINTS), key % POINTS);
      tokens.push({ token, start, end });
      start = end;
    }
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
    return { tokens, pages, positions };
  }
}

function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
