/** The library while it is edited: read again after a change, of which only the changed files are parsed. */
import { once } from 'node:events';
import { watch } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { AstroIntegrationLogger, HookParameters } from 'astro';
import { libraryRevision, setCurrentLibrary, SHOWN_EVENT } from './current-library.ts';
import { ContentError } from './print-problems.ts';
import { type ReadFiles, readValidLibrary } from './read-library.ts';

/** Editors write a file in several steps: wait until it is quiet. */
export const QUIET_MS = 50;

/** Said while a library that cannot be shown is being mended. */
const WAITING = '改好并保存，预览会自动开始（按 Ctrl+C 停止）。';

export class DevLibrary {
  readonly folder: string;
  readonly #known: ReadFiles = new Map();
  #listed = '';

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Whether a path, as a watcher of either system tells it, lies in the content folder. */
  holds(path: string): boolean {
    const inside = relative(this.folder, path);
    return inside !== '' && !inside.startsWith('..') && !isAbsolute(inside);
  }

  /**
   * Reads the library and puts it in place of the last one.
   * @returns whether entries have come or gone, or changed their files
   * @throws ContentError that lists everything an author must mend; the last library stays
   */
  async read(): Promise<{ listChanged: boolean }> {
    const valid = await readValidLibrary(this.folder, { known: this.#known, dev: true });
    setCurrentLibrary(valid);
    const before = this.#listed;
    this.#listed = [...valid.library.entries.values()].map(({ file }) => file).join('\n');
    return { listChanged: this.#listed !== before };
  }

  /**
   * Reads the library for the first time; where it has faults, again after each change, until it has none.
   * @param report takes the faults as an author reads them
   */
  async readWhenValid(report: (faults: string) => void): Promise<void> {
    for (;;) {
      // Watched before it is read: what is saved meanwhile is not missed.
      const watcher = watch(this.folder, { recursive: true });
      const changed = once(watcher, 'change');
      changed.catch(() => {});
      try {
        await this.read();
        return;
      } catch (error) {
        if (!(error instanceof ContentError)) throw error;
        report(`${error.message}\n\n${WAITING}`);
        await changed;
        await after(QUIET_MS);
      } finally {
        watcher.close();
      }
    }
  }
}

// Shows in open pages what has been edited: the pages anew, or, over them, the faults that an author must mend.

type Setup = HookParameters<'astro:server:setup'>;

/** What Vite's overlay shows. */
interface Overlay {
  message: string;
  stack: string;
  loc?: { file: string; line: number; column: number };
}

/**
 * Watches the content folder of a dev server.
 * @param server Vite's, which tells changes and reaches the open pages
 * @param library what is shown and read anew
 */
export function showEdits(
  server: Setup['server'],
  library: DevLibrary,
  { logger, refreshContent }: { logger: AstroIntegrationLogger } & Pick<Setup, 'refreshContent'>,
): void {
  let waiting: NodeJS.Timeout | undefined;
  let reading = Promise.resolve();
  let fault: Overlay | undefined;

  const changed = async (): Promise<void> => {
    try {
      const { listChanged } = await library.read();
      fault = undefined;
      // Pages show the library itself; only what entries there are do they have from Astro's collections.
      if (listChanged) await refreshContent?.({ loaders: ['library'] });
      forgetPages(server);
      server.ws.send({ type: 'full-reload' });
    } catch (error) {
      const { message, loc } = error as Error & Partial<ContentError>;
      fault = { message, stack: '', ...(loc && { loc }) };
      logger.error(`\n${message}`);
      server.ws.send({ type: 'error', err: fault });
    }
  };

  server.watcher.add(library.folder);
  server.watcher.on('all', (_event, path) => {
    if (!library.holds(path)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => (reading = reading.then(changed)), QUIET_MS);
  });
  // A page that is opened or loaded again meanwhile shows the last sound library: and the fault over it.
  server.ws.on('vite:client:connect', (_data, client) => {
    if (fault) client.send({ type: 'error', err: fault });
  });
  // An edit that is read while a page is on its way reaches no one: the page is of the reading before.
  server.ws.on(SHOWN_EVENT, (reading: number, client) => {
    if (reading < libraryRevision()) client.send({ type: 'full-reload' });
  });
}

/** Astro forgets which pages its routes have, and what they were given: as when its own collections change. */
function forgetPages({ environments }: Setup['server']): void {
  for (const name of ['ssr', 'prerender'])
    environments[name]?.hot.send('astro:content-changed', {});
}
