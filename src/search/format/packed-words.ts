/**
 * The words of a chunk as they lie on a host: some two fifths smaller than Pagefind's form under gzip, and made into it again
 * byte for byte before Pagefind reads it (`pagefind-words.ts`). What takes the place is where each pair of characters
 * stands: numbers that a range coder writes by how long numbers of their kind have been.
 *
 * By 300 laws (1.74 million places; 784 thousand times a word stands on a page): as Pagefind has it, gzip, 5.4 MB; this 3.2 MB;
 * by counting alone, if all places of a page were as likely, 3.3 MB. With the lengths of pages known to the reader it would
 * be 3.15 MB.
 */
import { NAMES } from './positions.ts';
import { RangeReader, RangeWriter, type Coder } from './range-coder.ts';

/** A word by the code points of its characters, and where it stands. */
export interface Word {
  first: number;
  /** Nothing for a character that stands alone. */
  second: number | undefined;
  places: Place[];
}

export interface Place {
  page: number;
  /** Ascending; those in names are the last. */
  positions: number[];
}

/** Bits of a number's length, and of what stands below its highest bit, are like others of its kind. */
const LENGTH_BITS = 5;
const MODELS_OF_KIND = 2 ** LENGTH_BITS * 4;

/** Kinds of numbers; those that depend on another number come in a row. */
const ALL_PAGES = 0;
const WORDS = 1;
const ALONE = 2;
const FIRST = 3;
const SECOND = 5;
const PAGES = 7;
const IN_NAMES = 9;
const FIRST_IN_NAME = 10;
const NEXT_IN_NAME = 11;
const FIRST_POSITION = 12;
const NEXT_POSITION = 17;
const COUNT = 49;
const GAP_OF_PAGES = 113;
const KINDS = GAP_OF_PAGES + 64;

/** The place of a number's highest bit: 0 for 1, 10 for 1,024. */
const highest = (value: number): number => 31 - Math.clz32(value);

/** Writes a number from 0 to 2³¹ − 2, or reads it. */
function number(coder: Coder, kind: number, value: number): number {
  const models = kind * MODELS_OF_KIND;
  const written = value + 1;
  const height = highest(written);
  let node = 1;
  for (let bit = LENGTH_BITS - 1; bit >= 0; bit--)
    node = node * 2 + coder.bit(models + node, (height >> bit) & 1);
  let below = node - 2 ** LENGTH_BITS;
  const length = models + 2 ** LENGTH_BITS + below;
  let read = 1;
  // The two bits below the highest are learnt too; the others are as likely as not.
  for (let learnt = 0; learnt < 2 && below > 0; learnt++) {
    below--;
    const model = learnt === 0 ? length : length + 2 ** LENGTH_BITS * (1 + (read & 1));
    read = read * 2 + coder.bit(model, (written >>> below) & 1);
  }
  while (below > 0) {
    const count = Math.min(12, below);
    below -= count;
    read = read * 2 ** count + coder.plain(count, (written >>> below) & (2 ** count - 1));
  }
  return read - 1;
}

/** The characters of a word, by how far they are from those of the word before. */
function codeName(coder: Coder, before: Word | undefined, word: Word | undefined) {
  const alone = number(coder, ALONE, Number(word?.second === undefined)) === 1;
  const from = before && (before.second === undefined) === alone ? before.first : 0;
  const first = from + number(coder, FIRST + Number(alone), word ? word.first - from : 0);
  if (alone) return { first, second: undefined };
  const same = before?.first === first && before.second !== undefined;
  const least = same ? before.second! + 1 : 0;
  const second = least + number(coder, SECOND + Number(same), word ? word.second! - least : 0);
  return { first, second };
}

/** Positions by the gaps between them (those that are known are not made again: an index has tens of millions): a first one is like others of as many, a next one like others after such a gap. */
function codePositions(coder: Coder, kind: number, alone: boolean, known?: number[]): number[] {
  const named = known ? known.filter((position) => position >= NAMES).length : 0;
  const inNames = number(coder, IN_NAMES, named);
  const inText = number(coder, kind, known ? known.length - named : 0);
  const positions: number[] = [];
  let last = -1;
  let like = FIRST_POSITION + (alone ? 4 : Math.min(3, inText));
  for (let at = 0; at < inText; at++) {
    const gap = number(coder, like, known ? known[at]! - last - 1 : 0);
    like = NEXT_POSITION + highest(gap + 1);
    last += gap + 1;
    if (!known) positions.push(last);
  }
  last = NAMES;
  for (let at = 0; at < inNames; at++) {
    const step = known ? known[inText + at]! - last : 0;
    last += number(coder, at === 0 ? FIRST_IN_NAME : NEXT_IN_NAME, step);
    if (!known) positions.push(last);
  }
  return known ?? positions;
}

/** A word's pages by the gaps between them, like others where as many are left to be met in as many. */
function codePlaces(coder: Coder, alone: boolean, pages: number, known?: Place[]): Place[] {
  const count = number(coder, PAGES + Number(alone), known?.length ?? 0);
  const likeCount = COUNT + 4 * Math.min(14, alone ? 15 : highest(count + 1));
  const places: Place[] = [];
  let last = -1;
  let before = 0;
  for (let at = 0; at < count; at++) {
    const expected = Math.floor((pages - last - 1) / (count - at)) + 1;
    const height = highest(expected);
    const like = height === 0 ? 0 : 2 * height + ((expected >> (height - 1)) & 1);
    last += 1 + number(coder, GAP_OF_PAGES + like, known ? known[at]!.page - last - 1 : 0);
    const kind = likeCount + Math.min(3, before);
    const positions = codePositions(coder, kind, alone, known?.[at]!.positions);
    before = positions.length;
    if (!known) places.push({ page: last, positions });
  }
  return known ?? places;
}

/** All words of a chunk: writes those that are given, or reads. */
function codeWords(coder: Coder, allPages: number, known?: readonly Word[]): Word[] {
  const pages = number(coder, ALL_PAGES, allPages);
  const count = number(coder, WORDS, known?.length ?? 0);
  const words: Word[] = [];
  for (let at = 0; at < count; at++) {
    const name = codeName(coder, words.at(-1), known?.[at]);
    const places = codePlaces(coder, name.second === undefined, pages, known?.[at]!.places);
    words.push(known?.[at] ?? { ...name, places });
  }
  return words;
}

/**
 * @param words of a chunk, in order
 * @param pages how many pages the index has
 */
export function packWords(words: readonly Word[], pages: number): Uint8Array {
  const writer = new RangeWriter(KINDS * MODELS_OF_KIND);
  codeWords(writer, pages, words);
  return writer.finish();
}

/** The words that were packed. */
export const unpackWords = (bytes: Uint8Array): Word[] =>
  codeWords(new RangeReader(KINDS * MODELS_OF_KIND, bytes), 0);
