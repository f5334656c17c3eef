/**
 * Astro integration: indexes the library into `pagefind/`, beside its pages. While editing, the index is made when search
 * first asks for it after a change.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { beginStage } from '../../content/stages.ts';
import type { Library } from '../../library/types.ts';
import { INDEX_FOLDER } from '../format/index-files.ts';
import type { IndexFiles } from './build-index.ts';
import { indexInThread } from './index-thread.ts';
import { recordsOf } from './records.ts';

/**
 * Indexes the library while its pages are built, which fails with it; in dev serves an index of the library as it is.
 * @param library tells the library that is built
 */
export function searchIndex(library: () => Library): AstroIntegration {
  let building: Promise<IndexFiles> | undefined;
  return {
    name: 'search-index',
    hooks: {
      'astro:build:start': () => {
        building = indexInThread(recordsOf(library()));
      },
      'astro:build:done': async ({ dir }) => {
        beginStage('建立索引');
        // They are small: handing them to Node's threads takes longer than writing them here.
        for (const [path, content] of await building!) {
          const file = join(fileURLToPath(dir), INDEX_FOLDER, path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content);
        }
        // What follows needs the room.
        building = undefined;
      },
      'astro:server:setup': ({ server }) => {
        let files: Promise<IndexFiles> | undefined;
        let indexed: Library | undefined;
        server.middlewares.use((request, response, next) => {
          const path = /^\/pagefind\/([^?]+)/.exec(request.url ?? '')?.[1];
          if (path === undefined) return next();
          // One set of files is served until a reader opens search anew.
          if (!files || (library() !== indexed && path === 'pagefind-entry.json')) {
            indexed = library();
            files = indexInThread(recordsOf(indexed));
            files.catch(() => (files = undefined));
          }
          files
            .then((all) => {
              const content = all.get(decodeURI(path));
              response.statusCode = content ? 200 : 404;
              response.setHeader('cache-control', 'no-store');
              response.end(content);
            })
            .catch(next);
        });
      },
    },
  };
}
