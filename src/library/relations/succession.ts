/** Succession: which document a later one replaces, whichever of the two says so. */
import type { Entry, Library, Related, Report } from '../types.ts';

/** The documents before and after one, each with the words that show it. */
export interface Succession {
  /** What it replaces. */
  before: Related[];
  /** What replaces it. */
  after: Related[];
}

const isBefore = ({ field, direction }: Related): boolean =>
  (field === 'replaces' && direction === 'out') || (field === 'replacedBy' && direction === 'in');
const isAfter = ({ field, direction }: Related): boolean =>
  (field === 'replaces' && direction === 'in') || (field === 'replacedBy' && direction === 'out');

/** @returns what an entry replaces and what replaces it */
export function successionOf(library: Library, entry: Entry): Succession {
  const related = library.related(entry.key);
  return { before: related.filter(isBefore), after: related.filter(isAfter) };
}

/** Whether another document takes the place of this one, whichever of the two says so. */
export const isReplaced = (entry: Entry, entries: ReadonlyMap<string, Entry>): boolean =>
  entry.relations.some(({ field }) => field === 'replacedBy') ||
  [...entries.values()].some(
    (other) => other !== entry && replaced(other).some((key) => key === entry.key),
  );

/** What an entry says that it replaces. */
const replaced = (entry: Entry): string[] =>
  entry.relations.filter(({ field }) => field === 'replaces').map(({ to }) => to);

/** A document that is, by way of others, before itself has no place in time. */
export function checkSuccession(
  entry: Entry,
  entries: ReadonlyMap<string, Entry>,
  report: Report,
): void {
  const seen = new Set<string>();
  const waiting = replaced(entry).map((to) => [entry.key, to]);
  for (let chain = waiting.shift(); chain; chain = waiting.shift()) {
    const last = chain.at(-1)!;
    if (last === entry.key && chain.length > 2) {
      report(['replaces'], 'replaced-by-itself', { chain: chain.join(' → ') });
      return;
    }
    const next = entries.get(last);
    if (!next || seen.has(last)) continue;
    seen.add(last);
    waiting.push(...replaced(next).map((to) => [...chain!, to]));
  }
}
