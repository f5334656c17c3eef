/** The nearest of many names, for "did you mean". */
import { closest, distance } from 'fastest-levenshtein';

/**
 * @param wanted what was written
 * @param candidates what exists
 * @returns the nearest candidate, or null when nothing resembles it
 */
export function closestMatch(wanted: string, candidates: readonly string[]): string | null {
  if (candidates.length === 0) return null;
  const best = closest(wanted, candidates);
  return distance(wanted, best) < Math.max(wanted.length, best.length) * 0.75 ? best : null;
}
