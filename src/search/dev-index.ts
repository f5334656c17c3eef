/**
 * The search index while editing: every page that a link leads to from the front page, as the dev server
 * renders it now. Made when search asks for its entry file, and again after something has changed.
 */
import type { AstroIntegrationLogger } from 'astro';
import { parseHTML } from 'linkedom';
import { buildIndex } from './build-index.ts';
import { readPage } from './read-page.ts';
import type { PageRecord } from './record.ts';

/** One index at a time, made from the pages at the dev server’s address. A failure is thrown to whoever asks next. */
export class DevIndex {
  private files: Promise<Map<string, Uint8Array>> | undefined;
  private stale = true;
  private readonly origin: () => string | undefined;
  private readonly logger: AstroIntegrationLogger;

  constructor(origin: () => string | undefined, logger: AstroIntegrationLogger) {
    this.origin = origin;
    this.logger = logger;
  }

  /** Something has changed: index again before the next search. */
  forget(): void {
    this.stale = true;
  }

  /** A file of the index. One set of files is served until a reader opens search anew. */
  async file(path: string): Promise<Uint8Array | undefined> {
    if (!this.files || (this.stale && path === 'pagefind-entry.json')) {
      this.stale = false;
      this.files = this.build();
      this.files.catch(() => (this.files = undefined));
    }
    return (await this.files).get(path);
  }

  private async build(): Promise<Map<string, Uint8Array>> {
    const origin = this.origin();
    if (origin === undefined) throw new Error('The dev server has no address yet.');
    const started = performance.now();
    const records: PageRecord[] = [];
    const known = new Set(['index.html']);
    for (const path of known) {
      const response = await fetch(new URL(path, origin));
      if (!response.ok || !response.headers.get('content-type')?.includes('text/html')) continue;
      const html = await response.text();
      const record = readPage(path, html);
      if (record) records.push(record);
      for (const link of linksIn(html, path)) known.add(link);
    }
    const files = await buildIndex(records);
    this.logger.info(
      `${records.length} pages indexed in ${((performance.now() - started) / 1000).toFixed(1)} s`,
    );
    return files;
  }
}

function linksIn(html: string, path: string): string[] {
  const { document } = parseHTML(html);
  const base = new URL(path, 'http://site.invalid/');
  return [...document.querySelectorAll('a[href]')]
    .map((link) => link.getAttribute('href')!)
    .filter((address) => URL.canParse(address, base))
    .map((address) => new URL(address, base))
    .filter(({ host, pathname }) => host === base.host && pathname.endsWith('.html'))
    .map(({ pathname }) => decodeURI(pathname.slice(1)));
}
