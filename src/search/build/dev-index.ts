/** The search index while editing: made when search asks for its entry file, and again once the library is another. */
import type { AstroIntegrationLogger } from 'astro';
import type { Library } from '../../library/types.ts';
import type { IndexFiles } from './build-index.ts';
import { indexInThread } from './index-in-thread.ts';

/** One index at a time. A failure is thrown to whoever asks next. */
export class DevIndex {
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
