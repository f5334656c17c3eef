/** The library that the pages show: the one reading of the build; in dev, always the latest. */
import type { ValidLibrary } from '../content/read-library.ts';

export const site: ValidLibrary = {
  get library() {
    return globalThis.currentLibrary.library;
  },
  get config() {
    return globalThis.currentLibrary.config;
  },
};
