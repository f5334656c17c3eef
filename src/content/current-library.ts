/**
 * The one reading of a build or of a dev server, where all of the process can reach it. Astro bundles the
 * pages, and runs them in the same process as its integrations: what the two share has to stand on
 * `globalThis`, as each has modules of its own.
 */
import { join, relative } from 'node:path';
import type { Loader } from 'astro/loaders';
import { contentFolder } from './content-folder.ts';
import type { ValidLibrary } from './read-library.ts';
import type { Collection } from '../library/types.ts';

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

// Gives Astro's collections what the one reading made: frontmatter, file and digest; no body is rendered.

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

// The reading that an open page of the dev server was made from: which the page tells the server.

/** Carries the number of the reading from the page to the server. */
export const SHOWN_EVENT = 'library:shown';

/** The name of the `<meta>` that holds the number in a page. */
export const SHOWN_META = 'library-reading';

/** The script of every page of the dev server. The message waits until the connection stands. */
export const TELL_SHOWN = `import.meta.hot?.send('${SHOWN_EVENT}',
  Number(document.querySelector('meta[name="${SHOWN_META}"]')?.content));`;
