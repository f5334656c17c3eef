/** The library that the pages show: the one reading of the build; in dev, always the latest. */
import { currentLibrary } from '../reading/current-library.ts';
import type { SoundLibrary } from '../reading/read-library.ts';

export const site: SoundLibrary = {
  get library() {
    return currentLibrary().library;
  },
  get config() {
    return currentLibrary().config;
  },
};
