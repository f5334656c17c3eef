/**
 * Astro integration: indexes the built pages into `pagefind/`, beside them. While editing, the index is
 * made from the pages as the dev server renders them, when search first asks for it after a change.
 */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { buildIndex } from './build-index.ts';
import { DevIndex } from './dev-index.ts';
import { readPage } from './read-page.ts';
import type { PageRecord } from './record.ts';
import { twinsOf } from './twins.ts';

const INDEX_FOLDER = 'pagefind';

/**
 * Reads every page of a folder into a record; pages without `library:kind` are left out.
 * Throws one error that names every page which breaks the HTML contract.
 */
export async function readSite(folder: string): Promise<PageRecord[]> {
  const files = (await readdir(folder, { recursive: true }))
    .filter((file) => file.endsWith('.html'))
    .sort();
  const records: PageRecord[] = [];
  const faults: string[] = [];
  for (const file of files) {
    try {
      const record = readPage(
        file.split(sep).join('/'),
        await readFile(join(folder, file), 'utf8'),
      );
      if (record) records.push(record);
    } catch (error) {
      faults.push((error as Error).message);
    }
  }
  if (faults.length > 0) throw new Error(`The search index cannot be built.\n${faults.join('\n')}`);
  return records;
}

/** Indexes the pages of a folder and writes the index into it. Returns how many pages it holds. */
export async function indexSite(folder: string): Promise<number> {
  const records = await readSite(folder);
  const files = await buildIndex(records);
  for (const [path, content] of [...files, ...twinsOf(files)]) {
    const target = join(folder, INDEX_FOLDER, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  return records.length;
}

/** Indexes the site after its build, which fails with it; in dev serves an index of the pages as they are. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const started = performance.now();
        const pages = await indexSite(fileURLToPath(dir));
        logger.info(
          `${pages} pages indexed in ${((performance.now() - started) / 1000).toFixed(1)} s`,
        );
      },
      'astro:server:setup': ({ server, logger }) => {
        const index = new DevIndex(() => server.resolvedUrls?.local[0], logger);
        server.watcher.on('all', () => index.forget());
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
