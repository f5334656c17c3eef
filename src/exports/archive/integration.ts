/** The Astro integration that finishes a build; it comes last, when every page and index is written. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentFolder } from '../../content/content-folder.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import { scriptCopies } from '../../search/build/file-protocol-index.ts';
import { reportProgress } from '../../content/stages/stages.ts';
import type { Files } from './files.ts';
import { StoredFile } from './stored-file.ts';
import { finishSite } from './finish-site.ts';
import { WEB_MANIFEST, webManifest } from '../../client/app/web-manifest.ts';
import { libraryFacts } from './library-facts.ts';

/** The site with a script for each file of its index, which opens from `file://`. */
const withScripts = (site: Files): Files =>
  new Map([
    ...site,
    ...[...scriptCopies(site)].map(([path, make]) => [path, new StoredFile(path, make)] as const),
  ]);

/**
 * Packs the library that is built, with its own files as received.
 * @param current tells that library
 */
export function archive(current: () => ValidLibrary): AstroIntegration {
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
          inArchive: withScripts,
          archive: process.env['ARCHIVE'] === 'yes',
          progress: reportProgress,
          log: (line) => logger.info(line),
          warn: (line) => logger.warn(line),
        });
      },
    },
  };
}
