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
 * The index while editing: made when search asks for its entry file, and again once the library is another. A failure is
 * thrown to whoever asks next.
 * @param library tells the library as it is now
 * @param log is told what was indexed
 * @returns reads a file. One set of files is served until a reader opens search anew
 */
function devIndex(library: () => Library, log: (words: string) => void) {
  let files: Promise<IndexFiles> | undefined;
  let indexed: Library | undefined;
  async function build(now: Library): Promise<IndexFiles> {
    const started = performance.now();
    const records = recordsOf(now);
    const built = await indexInThread(records);
    const seconds = (performance.now() - started) / 1000;
    log(`${records.length} pages indexed in ${seconds.toFixed(1)} s`);
    return built;
  }
  return async (path: string): Promise<Uint8Array | undefined> => {
    const now = library();
    if (!files || (now !== indexed && path === 'pagefind-entry.json')) {
      indexed = now;
      files = build(now);
      files.catch(() => (files = undefined));
    }
    return (await files).get(path);
  };
}

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
      'astro:server:setup': ({ server, logger }) => {
        const file = devIndex(library, (words) => logger.info(words));
        server.middlewares.use((request, response, next) => {
          const path = /^\/pagefind\/([^?]+)/.exec(request.url ?? '')?.[1];
          if (path === undefined) return next();
          file(decodeURI(path)).then((content) => {
            response.statusCode = content ? 200 : 404;
            response.setHeader('cache-control', 'no-store');
            response.end(content);
          }, next);
        });
      },
    },
  };
}
