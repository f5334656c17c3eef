/** Astro's collections: frontmatter, file and digest from the library's one reading; no body is rendered. */
import { defineCollection } from 'astro:content';
import { contentFolder, shownPath } from './content/content-folder.ts';
import { schemas } from './library/schemas/index.ts';
import { COLLECTIONS, type Collection } from './library/types.ts';

const collection = (name: Collection) =>
  defineCollection({
    schema: schemas[name],
    loader: {
      name: 'library',
      load: async ({ store }) => {
        store.clear();
        for (const { id, data, digest, file } of globalThis.currentLibrary.library.list(name)) {
          store.set({ id, data, digest, filePath: shownPath(contentFolder(), file) });
        }
      },
    },
  });

export const collections = Object.fromEntries(COLLECTIONS.map((name) => [name, collection(name)]));
