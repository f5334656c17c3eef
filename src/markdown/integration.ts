/**
 * Holds the linked library for the renderer: refuses to start with faults in the content, and reads it
 * again when a file of it changes in dev.
 */
import { sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Library } from '../library/types.ts';
import { contentFolder } from '../reading/content-folder.ts';
import { ContentError } from '../reading/print-problems.ts';
import { readLibrary } from '../reading/read-library.ts';
import type { LibraryConfig } from '../schemas/library.ts';
import { remarkDocument } from './remark-document.ts';

interface Current {
  library: Library;
  config: LibraryConfig;
}

/**
 * @returns the integration that reads the content, and the remark plugin that renders from it
 */
export function documents(): {
  integration: AstroIntegration;
  remarkPlugin: () => ReturnType<typeof remarkDocument>;
  /** The library as last read. */
  current: () => Current;
} {
  const folder = contentFolder();
  let read: Current | null = null;

  const load = async (): Promise<void> => {
    const { library, config, problems } = await readLibrary(folder);
    if (!config || problems.length) throw new ContentError(problems, folder);
    read = { library, config };
  };
  const current = (): Current => {
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
