/**
 * Makes two spellings of the same words one: NFKC-equivalent forms, capitals, punctuation, brackets and
 * spaces, Traditional and Simplified, 第46号 and 46号. Used alike on texts and on queries.
 *
 * Every rule but one looks at a single code point, so a text cut anywhere normalises to the cut of its
 * normal form. To keep that true, compatibility forms are taken apart (NFKD) and not recomposed: two
 * strings are equal under NFKC exactly when they are equal under NFKD, but NFKD needs no neighbours.
 * The exception, 第 before a digit, is remembered in `ordinals` (see `query.ts`).
 */

/** Traditional → Simplified, one character each. */
export type FoldTable = ReadonlyMap<string, string>;

/** For what is compared with its own kind: Traditional and Simplified stay apart. */
export const NO_TABLE: FoldTable = new Map();

/** As a string of pairs, 産产業业, for the index. */
export const packTable = (table: FoldTable): string => [...table].flat().join('');

/** The inverse of `packTable`. */
export const unpackTable = (packed: string): FoldTable =>
  new Map(packed.match(/../gu)?.map((pair) => Array.from(pair) as [string, string]));

/** A string whose lone surrogates are replaced, as an address needs it (`toWellFormed` is too new). */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\uFFFD');

export interface Folded {
  /** The normal form. */
  text: string;
  /** For each code unit of `text`: where it comes from, as offsets into the original. */
  starts: number[];
  ends: number[];
  /** For a digit in `text` that follows a 第 left out: the offset of that 第 in the original. */
  ordinals: ReadonlyMap<number, number>;
  /** For a character of `text` that was printed as ①, ㈠, Ⅳ or ²: that sign. */
  signs: ReadonlyMap<number, string>;
}

/** What search ignores: punctuation but for % and ‰, spaces, controls, tildes, variation selectors. */
const IGNORED =
  /^(?![%‰])[\p{P}\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Sk}~|\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]$/u;
/** Numbers printed as one sign: raised, lowered, circled, bracketed, Roman. They are found as themselves first. */
const SIGN =
  /[²³¹⁰-₉\u2150-\u2188\u2460-\u249B\u24EA-\u24FF\u2776-\u2793\u3220-\u3229\u3248-\u324F\u3251-\u325F\u3280-\u3289\u32B1-\u32BF]/u;
const ORDINAL = '第';
const DIGIT = /^[0-9]$/;

const foldedCharacters = new Map<string, string>();

/** One code point's normal form without a table: possibly empty, possibly several characters. */
function foldCharacter(character: string): string {
  let folded = foldedCharacters.get(character);
  if (folded === undefined) {
    folded = '';
    for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
      if (!IGNORED.test(part)) folded += part;
    }
    if (foldedCharacters.size > 20_000) foldedCharacters.clear();
    foldedCharacters.set(character, folded);
  }
  return folded;
}

/**
 * The normal form of a text and the way back to the original.
 * Takes any string, unpaired surrogates included (they are ignored); never throws.
 */
export function fold(original: string, table: FoldTable = NO_TABLE): Folded {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const ordinals = new Map<number, number>();
  const signs = new Map<number, string>();
  let offset = 0;
  let pendingOrdinal: number | undefined;

  const keep = (part: string, start: number, end: number) => {
    text += part;
    for (let unit = 0; unit < part.length; unit++) {
      starts.push(start);
      ends.push(end);
    }
  };

  for (const character of original) {
    const start = offset;
    offset += character.length;
    let sign = SIGN.test(character) ? character : undefined;
    for (const part of foldCharacter(character)) {
      const simple = table.get(part) ?? part;
      if (pendingOrdinal !== undefined) {
        if (DIGIT.test(simple)) ordinals.set(text.length, pendingOrdinal);
        else keep(ORDINAL, pendingOrdinal, pendingOrdinal + 1);
        pendingOrdinal = undefined;
      }
      if (simple === ORDINAL) pendingOrdinal = start;
      else {
        if (sign !== undefined) signs.set(text.length, sign);
        sign = undefined;
        keep(simple, start, offset);
      }
    }
  }
  if (pendingOrdinal !== undefined) keep(ORDINAL, pendingOrdinal, pendingOrdinal + 1);
  return { text, starts, ends, ordinals, signs };
}
