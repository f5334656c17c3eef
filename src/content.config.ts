/** Astro's collections: the library's own, filled from its one reading. */
import { defineCollection } from 'astro:content';
import { COLLECTIONS, type Collection } from './library/types.ts';
import { collectionLoader } from './content/current-library.ts';
import { schemas } from './content/schemas/index.ts';

const collection = (name: Collection) =>
  defineCollection({ loader: collectionLoader(name), schema: schemas[name] });

export const collections = Object.fromEntries(COLLECTIONS.map((name) => [name, collection(name)]));
