/** Which pages hold all terms, and which of them come first. */

import type { TermMatches, TermMatch } from './lookup.ts';
import type { PageTableReader, PageId } from './page-facts.ts';

interface Rank {
  asTyped: number;
  place: number;
  official: number;
  weight: number;
  age: number;
}

function compare(one: Rank, other: Rank): number {
  return (
    other.asTyped - one.asTyped ||
    other.place - one.place ||
    other.official - one.official ||
    other.weight - one.weight ||
    one.age - other.age
  );
}

/** A page whose words others quote comes before those that have the term in their name, not before its namesake. */
const QUOTED = 2.5;

/**
 * Pages that hold all terms, best first, as far as the index can tell: pages with ① where that was typed, then those that go by the terms, then those from which
 * others quote them, then official texts, then those that hold more of them, then the later ones.
 */
export function rankPages(found: TermMatches[], facts: PageTableReader): PageId[] {
  const [first, ...others] = found;
  if (!first) return [];
  const ids = [...first.pages.keys()].filter((id) => others.every(({ pages }) => pages.has(id)));
  const ranks = new Map<PageId, Rank>();
  for (const id of ids) {
    const entries = found.map(({ pages }) => pages.get(id)!);
    const quotations = facts.quotationsOf(id);
    const placeOf = ({ place, starts }: TermMatch) =>
      starts.some((start) => quotations.some(({ from, to }) => start >= from && start < to))
        ? Math.max(place, QUOTED)
        : place;
    ranks.set(id, {
      asTyped: entries.filter(({ asTyped }) => asTyped).length,
      place: entries.reduce((sum, holding) => sum + placeOf(holding), 0),
      official: facts.isOfficial(id) ? 1 : 0,
      weight: entries.reduce((sum, { weight }) => sum + weight, 0),
      age: facts.ageOf(id),
    });
  }
  return ids.sort(
    (one, other) => compare(ranks.get(one)!, ranks.get(other)!) || (one < other ? -1 : 1),
  );
}
