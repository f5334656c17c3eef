/**
 * The words of an index by single characters, for its archive: where each character stands tells where each pair of them does,
 * in two thirds of the room. A question then reads the lists of all its characters, which is cheap from a disk and dear
 * over a line, so a host has the pairs.
 */
import { packWords, unpackWords, type Place, type Word } from '../pagefind-format/packed-words.ts';
import { aloneOf } from '../pagefind-format/character-words.ts';

/** Places in a file; a character with more has one by itself. */
const fileSize = (places: number): number => Math.max(500, Math.round(4 * Math.sqrt(places)));
/** A page's number and a position in one number. */
const PAGE = 2 ** 31;

/** The places of all characters, each once, in order: numbered rows of `keys` by character. */
class CharacterPlaces {
  private readonly counts = new Map<number, number>();
  private readonly next = new Map<number, number>();
  private keys = new Float64Array(0);

  count(point: number, places: number): void {
    this.counts.set(point, (this.counts.get(point) ?? 0) + places);
  }

  /** After all are counted. */
  begin(): void {
    let start = 0;
    for (const [point, count] of this.counts) {
      this.next.set(point, start);
      start += count;
    }
    this.keys = new Float64Array(start);
  }

  add(point: number, page: number, position: number): void {
    const at = this.next.get(point)!;
    this.keys[at] = page * PAGE + position;
    this.next.set(point, at + 1);
  }

  get size(): number {
    return this.keys.length;
  }

  points(): number[] {
    return [...this.counts.keys()].sort((one, other) => one - other);
  }

  placesOf(point: number): Place[] {
    const end = this.next.get(point)!;
    const keys = this.keys.subarray(end - this.counts.get(point)!, end).sort();
    const places: Place[] = [];
    keys.forEach((key, at) => {
      if (key === keys[at - 1]) return;
      const page = Math.floor(key / PAGE);
      if (places.at(-1)?.page !== page) places.push({ page, positions: [] });
      places.at(-1)!.positions.push(key - page * PAGE);
    });
    return places;
  }
}

/** Both characters of each pair, where they stand. */
function charactersOf(chunks: readonly Uint8Array[]): CharacterPlaces {
  const characters = new CharacterPlaces();
  const each = (visit: (word: Word, second: number) => void): void => {
    for (const chunk of chunks)
      for (const word of unpackWords(chunk))
        if (word.second !== undefined) visit(word, word.second);
  };
  each(({ first, places }, second) => {
    const count = places.reduce((sum, { positions }) => sum + positions.length, 0);
    characters.count(first, count);
    characters.count(second, count);
  });
  characters.begin();
  each(({ first, places }, second) => {
    for (const { page, positions } of places)
      for (const position of positions) {
        characters.add(first, page, position);
        characters.add(second, page, position + 1);
      }
  });
  return characters;
}

/** Tokens of single characters that are not what the character's places tell: of 第 before a digit, of texts of one character. */
function ownTokens(chunks: readonly Uint8Array[], characters: CharacterPlaces): Map<number, Word> {
  const known = new Set(characters.points());
  const own = new Map<number, Word>();
  for (const chunk of chunks)
    for (const word of unpackWords(chunk)) {
      if (word.second !== undefined) continue;
      const places = known.has(word.first) ? characters.placesOf(word.first) : [];
      const told = aloneOf({ point: word.first, places }).places;
      if (JSON.stringify(told) !== JSON.stringify(word.places)) own.set(word.first, word);
    }
  return own;
}

/**
 * @param chunks packed words of the index, in order
 * @param pages how many pages it has
 * @returns files of packed characters: of each its places, as a pair with nothing, and its own token where its places do not
 *   tell it; and the first character of each file
 */
export function characterChunks(
  chunks: readonly Uint8Array[],
  pages: number,
): { first: number; content: Uint8Array }[] {
  const characters = charactersOf(chunks);
  const own = ownTokens(chunks, characters);
  const files: { first: number; content: Uint8Array }[] = [];
  let words: Word[] = [];
  let held = 0;
  const full = fileSize(characters.size);
  const finish = (): void => {
    if (words.length === 0) return;
    const tokens = words.flatMap(({ first }) => own.get(first) ?? []);
    const content = packWords(
      [...words.filter(({ places }) => places.length > 0), ...tokens],
      pages,
    );
    files.push({ first: words[0]!.first, content });
    words = [];
    held = 0;
  };
  const points = [...new Set([...characters.points(), ...own.keys()])].sort((a, b) => a - b);
  const known = new Set(characters.points());
  for (const point of points) {
    const places = known.has(point) ? characters.placesOf(point) : [];
    const count = places.reduce((sum, { positions }) => sum + positions.length, 0);
    if (count > full) finish();
    words.push({ first: point, second: 0, places });
    held += count;
    if (held >= full) finish();
  }
  finish();
  return files;
}
