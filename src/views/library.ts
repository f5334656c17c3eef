/** The library that the pages show: the one reading of the build; in dev, always the latest. */
import { currentLibrary } from '../content/current-library.ts';
import type { ValidLibrary } from '../content/read-library.ts';

export const site: ValidLibrary = {
  get library() {
    return currentLibrary().library;
  },
  get config() {
    return currentLibrary().config;
  },
};
