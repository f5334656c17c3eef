/** The Astro integration that finishes a build; it comes last, when every page and index is written. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentFolder } from '../reading/content-folder.ts';
import { isTwin } from '../search/twins.ts';
import { finishSite } from './finish-site.ts';

/** @returns the integration; it packs the library that is built, with its own files as received */
export function archive(): AstroIntegration {
  return {
    name: 'archive',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        await finishSite({
          site: fileURLToPath(dir),
          content: contentFolder(),
          notOffline: isTwin,
          log: (line) => logger.info(line),
        });
      },
    },
  };
}
