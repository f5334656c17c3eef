/** The Astro integration that finishes a build; it comes last, when every page and index is written. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentFolder } from '../reading/content-folder.ts';
import type { SoundLibrary } from '../reading/read-library.ts';
import { withScriptCopies } from '../search/index/script-copies.ts';
import { finishSite } from './finish-site.ts';
import { WEB_MANIFEST, webManifest } from '../app/web-manifest.ts';
import { libraryFacts } from './library-facts.ts';

/**
 * Packs the library that is built, with its own files as received.
 * @param current tells that library
 */
export function archive(current: () => SoundLibrary): AstroIntegration {
  return {
    name: 'archive',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(`/${WEB_MANIFEST}`, (_request, response) => {
          response.setHeader('content-type', 'application/manifest+json');
          response.end(webManifest(current().config));
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        await finishSite({
          facts: libraryFacts(current()),
          site: fileURLToPath(dir),
          content: contentFolder(),
          inArchive: withScriptCopies,
          archive: process.env['ARCHIVE'] === 'yes',
          log: (line) => (/没有收入/u.test(line) ? logger.warn(line) : logger.info(line)),
        });
      },
    },
  };
}
