/** Reads the library for Astro: once for a build, which faults in the content stop; in dev anew after each change. */
import { once } from 'node:events';
import { watch } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { AstroIntegration, AstroIntegrationLogger, HookParameters } from 'astro';
import { contentFolder } from './content-folder.ts';
import { ContentError } from './print-problems.ts';
import { readValidLibrary, type ValidLibrary } from './read-library.ts';

/**
 * The one reading of a build or of a dev server. Astro bundles the pages, and runs them in the same process as its
 * integrations: as each has modules of its own, what they share has to stand where all of the process can reach it.
 */
declare global {
  /** The library as last read, and the number of that reading, which rises with each. */
  var currentLibrary: ValidLibrary & { revision: number };
}

/** Editors write a file in several steps: wait until it is quiet. */
const QUIET_MS = 50;

/** Said while a library that cannot be shown is being mended. */
const WAITING = '改好并保存，预览会自动开始（按 Ctrl+C 停止）。';

/** In every page of the dev server: tells of which reading it is. The message waits until the connection stands. */
const TELL_SHOWN = `import.meta.hot?.send('library:shown',
  Number(document.querySelector('meta[name="library-reading"]')?.content));`;

const folder = contentFolder();
let revision = 0;

/** @throws ContentError; the last library stays */
async function read(): Promise<void> {
  globalThis.currentLibrary = { ...(await readValidLibrary(folder)), revision: ++revision };
}

/** Reads the library for the first time; where it has faults, tells them, and reads again after each change. */
async function readWhenValid(logger: AstroIntegrationLogger): Promise<void> {
  for (;;) {
    // Watched before it is read: what is saved meanwhile is not missed.
    const watcher = watch(folder, { recursive: true });
    const changed = once(watcher, 'change').catch(() => {});
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      logger.error(`\n${error.message}\n\n${WAITING}`);
      await changed;
      await after(QUIET_MS);
    } finally {
      watcher.close();
    }
  }
}

/** Shows in open pages what has been edited: the pages anew, or, over them, the faults that an author must mend. */
function showEdits({ server, logger }: HookParameters<'astro:server:setup'>): void {
  let waiting: NodeJS.Timeout | undefined;
  let reading = Promise.resolve();
  let fault: { message: string; stack: string; loc?: ContentError['loc'] } | undefined;

  const changed = async (): Promise<void> => {
    try {
      await read();
      fault = undefined;
      // Astro forgets which pages its routes have, and what they were given: as when its own collections change.
      for (const name of ['ssr', 'prerender'])
        server.environments[name]?.hot.send('astro:content-changed', {});
      server.ws.send({ type: 'full-reload' });
    } catch (error) {
      const { message, loc } = error as ContentError;
      fault = { message, stack: '', ...(loc && { loc }) };
      logger.error(`\n${message}`);
      server.ws.send({ type: 'error', err: fault });
    }
  };

  server.watcher.add(folder);
  server.watcher.on('all', (_event, path) => {
    const inside = relative(folder, path);
    if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => (reading = reading.then(changed)), QUIET_MS);
  });
  // A page that is opened or loaded again meanwhile shows the last valid library: and the fault over it.
  server.ws.on('vite:client:connect', (_data, client) => {
    if (fault) client.send({ type: 'error', err: fault });
  });
  // An edit that is read while a page is on its way reaches no one: the page is of the reading before.
  server.ws.on('library:shown', (shown: number, client) => {
    if (shown < revision) client.send({ type: 'full-reload' });
  });
}

/** The Astro integration that reads the content. */
export const documents: AstroIntegration = {
  name: 'documents',
  hooks: {
    'astro:config:setup': async ({ command, logger, injectScript }) => {
      if (command !== 'dev') return read();
      injectScript('page', TELL_SHOWN);
      await readWhenValid(logger);
    },
    'astro:server:setup': showEdits,
  },
};
