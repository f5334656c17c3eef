/**
 * Holds the linked library for the renderer: refuses to start with faults in the content, and reads it
 * again when a file of it changes in dev.
 */
import { sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { contentFolder } from '../reading/content-folder.ts';
import { readSoundLibrary, type SoundLibrary } from '../reading/read-library.ts';
import { remarkDocument } from './remark-document.ts';

/**
 * @returns the integration that reads the content, and the remark plugin that renders from it
 */
export function documents(): {
  integration: AstroIntegration;
  remarkPlugin: () => ReturnType<typeof remarkDocument>;
  /** The library as last read. */
  current: () => SoundLibrary;
} {
  const folder = contentFolder();
  let read: SoundLibrary | null = null;

  const load = async (): Promise<void> => {
    read = await readSoundLibrary(folder);
  };
  const current = (): SoundLibrary => {
    if (!read) throw new Error('the library is not read yet');
    return read;
  };

  const integration: AstroIntegration = {
    name: 'documents',
    hooks: {
      'astro:config:setup': load,
      'astro:server:setup': ({ server, logger, refreshContent }) => {
        server.watcher.add(folder);
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(folder + sep)) return;
          load().then(
            async () => {
              server.moduleGraph.invalidateAll();
              await refreshContent?.({});
              server.ws.send({ type: 'full-reload' });
            },
            (error: Error) => {
              logger.error(`\n${error.message}`);
              server.ws.send({ type: 'error', err: { message: error.message, stack: '' } });
            },
          );
        });
      },
    },
  };
  return { integration, remarkPlugin: () => remarkDocument({ current, folder }), current };
}
