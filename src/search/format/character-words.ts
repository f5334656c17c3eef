/** Tokens from the places of single characters, as an archive's index has them (`index/archive-words.ts`). */
import { NAMES } from './positions.ts';
import type { Place, Word } from './packed-words.ts';

/** A character and everywhere it stands. */
export interface Character {
  point: number;
  places: Place[];
}

/** The token of a character alone, as its places tell it: its first place in a page's texts, and all in its names. */
export function aloneOf({ point, places }: Character): Word {
  const told = places.flatMap(({ page, positions }): Place[] => {
    const first = positions[0]!;
    if (first >= NAMES) return [];
    return [{ page, positions: [first, ...positions.filter((position) => position >= NAMES)] }];
  });
  return { first: point, second: undefined, places: told };
}

/** The token of two characters: where the second stands right after the first. No two texts or names of a page touch. */
export function pairOf(first: Character, second: Character): Word {
  const after = new Map(second.places.map(({ page, positions }) => [page, positions]));
  const places = first.places.flatMap(({ page, positions }): Place[] => {
    const others = after.get(page);
    if (!others) return [];
    let at = 0;
    const here = positions.filter((position) => {
      while (at < others.length && others[at]! <= position) at++;
      return others[at] === position + 1;
    });
    return here.length > 0 ? [{ page, positions: here }] : [];
  });
  return { first: first.point, second: second.point, places };
}
