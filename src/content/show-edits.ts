/** Shows in open pages what has been edited: the pages anew, or, over them, the faults that an author must mend. */
import type { AstroIntegrationLogger, HookParameters } from 'astro';
import { libraryRevision } from './current-library.ts';
import { QUIET_MS, type DevLibrary } from './dev-library.ts';
import type { ContentError } from './print-problems.ts';
import { SHOWN_EVENT } from './shown-reading.ts';

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
