/** What measures act on. */
import type { Entry, Library } from '../../library/types.ts';

/** Kinds of things that measures act on. */
export const OBJECTS = ['clusters', 'chains', 'events'] as const;

/** What measures act on: clusters, chains, events. */
export function objectsOf(library: Library, measures: Entry[]): Set<Entry> {
  const related = measures.flatMap((measure) => library.related(measure.key));
  return new Set(
    related
      .map(({ entry }) => entry)
      .filter((entry) => OBJECTS.some((kind) => kind === entry.collection)),
  );
}
