/**
 * Reads the library for Astro: once for a build, which faults in the content stop, and again in dev when a
 * file of the content changes; only that file is then parsed.
 */
import { sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { contentFolder } from './content-folder.ts';
import { currentLibrary, setCurrentLibrary } from './current-library.ts';
import type { ContentError } from './print-problems.ts';
import { readSoundLibrary, type ReadFiles, type SoundLibrary } from './read-library.ts';

/** Editors write a file in several steps: wait until it is quiet. */
const QUIET_MS = 50;

/**
 * @returns the integration that reads the content, and the library as last read
 */
export function documents(): { integration: AstroIntegration; current: () => SoundLibrary } {
  const folder = contentFolder();
  let known: ReadFiles | undefined;

  const load = async (): Promise<void> => setCurrentLibrary(await readSoundLibrary(folder, known));

  const integration: AstroIntegration = {
    name: 'documents',
    hooks: {
      'astro:config:setup': async ({ command }) => {
        if (command === 'dev') known ??= new Map();
        await load();
      },
      'astro:server:setup': ({ server, logger, refreshContent }) => {
        let waiting: NodeJS.Timeout | undefined;
        const changed = async (): Promise<void> => {
          try {
            await load();
            await refreshContent?.({ loaders: ['library'] });
            server.ws.send({ type: 'full-reload' });
          } catch (error) {
            const { message, loc } = error as Error & Partial<ContentError>;
            logger.error(`\n${message}`);
            server.ws.send({ type: 'error', err: { message, stack: '', ...(loc ? { loc } : {}) } });
          }
        };
        server.watcher.add(folder);
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(folder + sep)) return;
          clearTimeout(waiting);
          waiting = setTimeout(() => void changed(), QUIET_MS);
        });
      },
    },
  };
  return { integration, current: currentLibrary };
}
