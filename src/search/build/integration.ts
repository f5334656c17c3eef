/**
 * Astro integration: indexes the library into `pagefind/`, beside its pages. While editing, the index is made when search
 * first asks for it after a change.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Library } from '../../library/types.ts';
import { writeFiles } from '../../content/write-files.ts';
import type { IndexFiles } from './build-index.ts';
import { DevIndex } from './dev-index.ts';
import { reportProgress } from '../../content/stages/stages.ts';
import { indexInThread, type IndexInThread } from './index-in-thread.ts';

const INDEX_FOLDER = 'pagefind';

/** Writes an index into a site. */
export const writeIndex = (site: string, files: IndexFiles): ReturnType<typeof writeFiles> =>
  writeFiles(join(site, INDEX_FOLDER), files);

/**
 * Indexes the library while its pages are built, which fails with it; in dev serves an index of the library as it is.
 * @param library tells the library that is built
 */
export function searchIndex(library: () => Library): AstroIntegration {
  let building: IndexInThread | undefined;
  return {
    name: 'search-index',
    hooks: {
      'astro:build:start': () => {
        building = indexInThread(library());
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { pages, read, files } = building!;
        reportProgress(() => `${read()} / ${pages} 页`);
        const { count } = await writeIndex(fileURLToPath(dir), await files);
        // What follows needs the room.
        building = undefined;
        logger.info(`${pages} pages indexed, ${count} files`);
      },
      'astro:server:setup': ({ server, logger }) => {
        const index = new DevIndex(library, logger);
        server.middlewares.use((request, response, next) => {
          const path = /^\/pagefind\/([^?]+)/.exec(request.url ?? '')?.[1];
          if (path === undefined) return next();
          index.file(decodeURI(path)).then((content) => {
            response.statusCode = content ? 200 : 404;
            response.setHeader('cache-control', 'no-store');
            response.end(content);
          }, next);
        });
      },
    },
  };
}
