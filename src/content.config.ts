/** The collections: where their files are, and what their frontmatter may hold. */
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { COLLECTIONS, type Collection } from './library/types.ts';
import { contentFolder } from './reading/content-folder.ts';
import { schemas } from './schemas/index.ts';

const collection = (name: Collection) =>
  defineCollection({
    loader: glob({
      pattern: '*.{md,mdx}',
      base: pathToFileURL(join(contentFolder(), name, sep)),
      generateId: ({ entry }) => entry.replace(/\.mdx?$/, ''),
    }),
    schema: schemas[name],
  });

export const collections = Object.fromEntries(COLLECTIONS.map((name) => [name, collection(name)]));
