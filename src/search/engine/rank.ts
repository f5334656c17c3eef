/** Which pages hold all terms, and which of them come first. */
import type { Library } from './facets.ts';
import type { Found } from './lookup.ts';
import type { PageId } from './pagefind.ts';

interface Rank {
  place: number;
  official: number;
  weight: number;
  age: number;
}

function compare(one: Rank, other: Rank): number {
  return (
    other.place - one.place ||
    other.official - one.official ||
    other.weight - one.weight ||
    one.age - other.age
  );
}

/**
 * Pages that hold all terms, best first, as far as the index can tell: pages that go by the terms, then
 * official texts, then those that hold more of them, then the later ones.
 */
export function intersect(found: Found[], library: Library): PageId[] {
  const [first, ...others] = found;
  if (!first) return [];
  const ids = [...first.pages.keys()].filter((id) => others.every(({ pages }) => pages.has(id)));
  const ranks = new Map<PageId, Rank>();
  for (const id of ids) {
    const entries = found.map(({ pages }) => pages.get(id)!);
    ranks.set(id, {
      place: entries.reduce((sum, { place }) => sum + place, 0),
      official: library.isOfficial(id) ? 1 : 0,
      weight: entries.reduce((sum, { weight }) => sum + weight, 0),
      age: library.ageOf(id),
    });
  }
  return ids.sort(
    (one, other) => compare(ranks.get(one)!, ranks.get(other)!) || (one < other ? -1 : 1),
  );
}
