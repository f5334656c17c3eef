/**
 * The words of an index by single characters, for its archive: where each character stands tells where each pair of them does,
 * in two thirds of the room. A question then reads the lists of all its characters, which is cheap from a disk and dear
 * over a line, so a host has the pairs.
 */
import { packWords, unpackWords, type Word } from '../format/packed-words.ts';
import { aloneOf } from '../format/character-words.ts';
import { CharacterPlaces } from './character-places.ts';

/** Places in a file; a character with more has one by itself. */
const fileSize = (places: number): number => Math.max(500, Math.round(4 * Math.sqrt(places)));

/** Both characters of each pair, where they stand; and the chunks that hold characters alone. */
function charactersOf(chunks: readonly Uint8Array[]): {
  characters: CharacterPlaces;
  withAlone: Uint8Array[];
} {
  const characters = new CharacterPlaces();
  const withAlone: Uint8Array[] = [];
  for (const chunk of chunks) {
    const words = unpackWords(chunk);
    for (const { first, second, places } of words) {
      if (second === undefined) continue;
      characters.count(first, places, 0);
      characters.count(second, places, 1);
    }
    if (words.some(({ second }) => second === undefined)) withAlone.push(chunk);
  }
  characters.begin();
  for (const chunk of chunks)
    for (const { first, second, places } of unpackWords(chunk)) {
      if (second === undefined) continue;
      characters.add(first, places, 0);
      characters.add(second, places, 1);
    }
  return { characters, withAlone };
}

/** Tokens of single characters that are not what the character's places tell: of 第 before a digit, of texts of one character. */
function ownTokens(chunks: readonly Uint8Array[], characters: CharacterPlaces): Map<number, Word> {
  const own = new Map<number, Word>();
  for (const chunk of chunks)
    for (const word of unpackWords(chunk)) {
      if (word.second !== undefined) continue;
      const places = characters.placesOf(word.first);
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
  const { characters, withAlone } = charactersOf(chunks);
  const own = ownTokens(withAlone, characters);
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
  for (const point of points) {
    const places = characters.placesOf(point);
    const count = places.reduce((sum, { positions }) => sum + positions.length, 0);
    if (count > full) finish();
    words.push({ first: point, second: 0, places });
    held += count;
    if (held >= full) finish();
  }
  finish();
  return files;
}
