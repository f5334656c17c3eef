/**
 * Astro integration: indexes the library into `pagefind/`, beside its pages. While editing, the index is made when search
 * first asks for it after a change.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { Library } from '../../library/types.ts';
import type { IndexFiles } from './build-index.ts';
import { beginStage } from '../../content/stages.ts';
import { INDEX_FOLDER } from './file-protocol-index.ts';
import { indexInThread, type IndexInThread } from './index-in-thread.ts';

/** Writes an index into a site. Its files are small: handing them to Node's threads takes longer than writing them here. */
export function writeIndex(site: string, files: IndexFiles): void {
  for (const [path, content] of files) {
    const file = join(site, INDEX_FOLDER, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** The search index while editing: made when search asks for its entry file, and again once the library is another. A failure is thrown to whoever asks next. */
class DevIndex {
  private files: Promise<IndexFiles> | undefined;
  private indexed: Library | undefined;
  private readonly library: () => Library;
  private readonly logger: AstroIntegrationLogger;

  /** @param library tells the library as it is now */
  constructor(library: () => Library, logger: AstroIntegrationLogger) {
    this.library = library;
    this.logger = logger;
  }

  /** A file of the index. One set of files is served until a reader opens search anew. */
  async file(path: string): Promise<Uint8Array | undefined> {
    const library = this.library();
    if (!this.files || (library !== this.indexed && path === 'pagefind-entry.json')) {
      this.indexed = library;
      this.files = this.build(library);
      this.files.catch(() => (this.files = undefined));
    }
    return (await this.files).get(path);
  }

  private async build(library: Library): Promise<IndexFiles> {
    const started = performance.now();
    const index = indexInThread(library);
    const files = await index.files;
    const seconds = (performance.now() - started) / 1000;
    this.logger.info(`${index.pages} pages indexed in ${seconds.toFixed(1)} s`);
    return files;
  }
}

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
      'astro:build:done': async ({ dir }) => {
        beginStage('建立索引');
        writeIndex(fileURLToPath(dir), await building!.files);
        // What follows needs the room.
        building = undefined;
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
