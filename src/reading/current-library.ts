/**
 * The one reading of a build or of a dev server, where all of the process can reach it. Astro bundles the
 * pages, and runs them in the same process as its integrations: what the two share has to stand on
 * `globalThis`, as each has modules of its own.
 */
import type { SoundLibrary } from './read-library.ts';

const PLACE = Symbol.for('policy-library:current');

type Shared = typeof globalThis & { [PLACE]?: SoundLibrary };

/** Puts a library in place of the last one. */
export function setCurrentLibrary(library: SoundLibrary): void {
  (globalThis as Shared)[PLACE] = library;
}

/**
 * @returns the library as last read
 * @throws Error where nothing has been read: the integration of `src/reading` does that first
 */
export function currentLibrary(): SoundLibrary {
  const library = (globalThis as Shared)[PLACE];
  if (!library) throw new Error('the library is not read yet');
  return library;
}
