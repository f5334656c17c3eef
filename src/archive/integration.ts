/** The Astro integration that finishes a build; it comes last, when every page and index is written. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentFolder } from '../reading/content-folder.ts';
import type { SoundLibrary } from '../reading/read-library.ts';
import { isForm } from '../forms/all-forms.ts';
import { isTwin } from '../search/twins.ts';
import { finishSite } from './finish-site.ts';
import { libraryFacts } from './library-facts.ts';

/**
 * Packs the library that is built, with its own files as received.
 * @param current tells that library
 */
export function archive(current: () => SoundLibrary): AstroIntegration {
  return {
    name: 'archive',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        await finishSite({
          facts: libraryFacts(current()),
          site: fileURLToPath(dir),
          content: contentFolder(),
          notOffline: (path) => isTwin(path) || isForm(path),
          log: (line) => logger.info(line),
        });
      },
    },
  };
}
