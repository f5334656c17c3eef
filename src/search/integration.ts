/**
 * Astro integration: indexes the library into `pagefind/`, beside its pages. While editing, the index is made when search
 * first asks for it after a change.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Library } from '../library/types.ts';
import { buildIndex, type IndexFiles } from './index/build-index.ts';
import { DevIndex } from './index/dev-index.ts';
import { recordsOf } from './records/library-records.ts';

const INDEX_FOLDER = 'pagefind';

/** Writes an index into a site. */
export async function writeIndex(site: string, files: IndexFiles): Promise<void> {
  const folders = new Set([...files.keys()].map((path) => dirname(path)));
  for (const folder of folders) await mkdir(join(site, INDEX_FOLDER, folder), { recursive: true });
  for (const [path, content] of files) await writeFile(join(site, INDEX_FOLDER, path), content);
}

/**
 * Indexes the site after its build, which fails with it; in dev serves an index of the library as it is.
 * @param library tells the library that is built
 */
export function searchIndex(library: () => Library): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const started = performance.now();
        const records = recordsOf(library());
        await writeIndex(fileURLToPath(dir), await buildIndex(records));
        const seconds = (performance.now() - started) / 1000;
        logger.info(`${records.length} pages indexed in ${seconds.toFixed(1)} s`);
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
