/** Gives Astro's collections what the one reading made: frontmatter, file and digest; no body is rendered. */
import type { Loader } from 'astro/loaders';
import type { Collection } from '../library/types.ts';
import { currentLibrary } from './current-library.ts';

/**
 * @param collection which of the library's
 * @returns a loader that keeps Astro's store the same as the library as last read
 */
export function collectionLoader(collection: Collection): Loader {
  return {
    name: 'library',
    load: async ({ store }) => {
      const entries = currentLibrary().library.list(collection);
      const ids = new Set(entries.map(({ id }) => id));
      for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
      for (const { id, data, digest } of entries) store.set({ id, data, digest });
    },
  };
}
