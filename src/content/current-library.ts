/**
 * The one reading of a build or of a dev server, where all of the process can reach it. Astro bundles the
 * pages, and runs them in the same process as its integrations: what the two share has to stand on
 * `globalThis`, as each has modules of its own.
 */
import type { ValidLibrary } from './read-library.ts';

const PLACE = Symbol.for('policy-library:current');

interface Current {
  library: ValidLibrary;
  /** How many readings there have been. */
  reading: number;
}

type Shared = typeof globalThis & { [PLACE]?: Current };

/** Puts a library in place of the last one. */
export function setCurrentLibrary(library: ValidLibrary): void {
  const shared = globalThis as Shared;
  shared[PLACE] = { library, reading: (shared[PLACE]?.reading ?? 0) + 1 };
}

/**
 * @returns the library as last read
 * @throws Error where nothing has been read: the integration of `src/content` does that first
 */
export function currentLibrary(): ValidLibrary {
  const current = (globalThis as Shared)[PLACE];
  if (!current) throw new Error('the library is not read yet');
  return current.library;
}

/** The number of the last reading, which rises with each; 0 before the first. */
export function libraryRevision(): number {
  return (globalThis as Shared)[PLACE]?.reading ?? 0;
}
