/** Where each character of a library stands: gathered from its pairs, over a typed array. */
import type { Place } from '../format/packed-words.ts';
import { NAMES } from '../format/positions.ts';

/** Where a character stands in names, as a page's number and a position in one number: they are few and far apart. */
const PAGE = 2 ** 31;

/**
 * The places of all characters. Those in texts are numbered through all pages, in rows of `keys` by character; a library of some
 * thousand documents has tens of millions.
 */
export class CharacterPlaces {
  private readonly counts = new Map<number, number>();
  private readonly next = new Map<number, number>();
  private readonly inNames = new Map<number, number[]>();
  /** Positions that the texts of each page take, and the number of its first. */
  private readonly lengths: number[] = [];
  private starts: number[] = [];
  private keys = new Uint32Array(0);
  /** How many places there are, as they are counted. */
  size = 0;

  /**
   * Announces places that `add` will be given.
   * @param after how far after these positions the character stands
   */
  count(point: number, places: readonly Place[], after: number): void {
    let inTexts = 0;
    for (const { page, positions } of places)
      for (const position of positions) {
        this.size++;
        if (position >= NAMES) continue;
        inTexts++;
        const length = position + after + 1;
        if (length > (this.lengths[page] ?? 0)) this.lengths[page] = length;
      }
    this.counts.set(point, (this.counts.get(point) ?? 0) + inTexts);
  }

  /** After all are counted. */
  begin(): void {
    let start = 0;
    for (const [point, count] of this.counts) {
      this.next.set(point, start);
      start += count;
    }
    this.keys = new Uint32Array(start);
    start = 0;
    this.starts = Array.from(this.lengths, (length = 0) => (start += length) - length);
  }

  add(point: number, places: readonly Place[], after: number): void {
    let at = this.next.get(point)!;
    for (const { page, positions } of places) {
      const start = this.starts[page]! + after;
      for (const position of positions)
        if (position < NAMES) this.keys[at++] = start + position;
        else this.addInName(point, page * PAGE + position + after);
    }
    this.next.set(point, at);
  }

  private addInName(point: number, key: number): void {
    const keys = this.inNames.get(point);
    if (keys) keys.push(key);
    else this.inNames.set(point, [key]);
  }

  points(): number[] {
    return [...this.counts.keys()].sort((one, other) => one - other);
  }

  /** A character's places in order, each once; none for one that no pair has. */
  placesOf(point: number): Place[] {
    const end = this.next.get(point) ?? 0;
    const keys = this.keys.subarray(end - (this.counts.get(point) ?? 0), end).sort();
    const pages = new Map<number, number[]>();
    const add = (page: number, position: number): void => {
      const positions = pages.get(page);
      if (!positions) pages.set(page, [position]);
      else if (positions.at(-1) !== position) positions.push(position);
    };
    let page = 0;
    for (const key of keys) {
      while (key >= (this.starts[page + 1] ?? Infinity)) page++;
      add(page, key - this.starts[page]!);
    }
    for (const key of (this.inNames.get(point) ?? []).sort((one, other) => one - other))
      add(Math.floor(key / PAGE), key % PAGE);
    return [...pages]
      .map(([number, positions]) => ({ page: number, positions }))
      .sort((one, other) => one.page - other.page);
  }
}
