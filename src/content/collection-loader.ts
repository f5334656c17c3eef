/** Gives Astro's collections what the one reading made: frontmatter, file and digest; no body is rendered. */
import { join, relative } from 'node:path';
import type { Loader } from 'astro/loaders';
import type { Collection } from '../library/types.ts';
import { contentFolder } from './content-folder.ts';
import { currentLibrary } from './current-library.ts';

/**
 * @param collection which of the library's
 * @returns a loader that fills Astro's store anew from the library as last read
 */
export function collectionLoader(collection: Collection): Loader {
  return {
    name: 'library',
    load: async ({ store }) => {
      store.clear();
      for (const { id, data, digest, file } of currentLibrary().library.list(collection)) {
        const filePath = relative(process.cwd(), join(contentFolder(), file)).replaceAll('\\', '/');
        store.set({ id, data, digest, filePath });
      }
    },
  };
}
