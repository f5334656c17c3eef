/** Reads the library for Astro: once for a build, which faults in the content stop; in dev by `dev-library.ts`. */
import type { AstroIntegration } from 'astro';
import { reportProgress } from './stages.ts';
import { contentFolder } from './content-folder.ts';
import { currentLibrary, setCurrentLibrary, TELL_SHOWN } from './current-library.ts';
import { DevLibrary, showEdits } from './dev-library.ts';
import { readValidLibrary, type ValidLibrary } from './read-library.ts';

/**
 * @returns the integration that reads the content, and the library as last read
 */
export function documents(): { integration: AstroIntegration; current: () => ValidLibrary } {
  const folder = contentFolder();
  let dev: DevLibrary | undefined;

  const integration: AstroIntegration = {
    name: 'documents',
    hooks: {
      'astro:config:setup': async ({ command, logger, injectScript }) => {
        if (command !== 'dev') {
          let files = 0;
          const onFile = (): void => reportProgress(`${++files} 个文件`);
          return setCurrentLibrary(await readValidLibrary(folder, { onFile }));
        }
        injectScript('page', TELL_SHOWN);
        dev = new DevLibrary(folder);
        await dev.readWhenValid((faults) => logger.error(`\n${faults}`));
      },
      'astro:server:setup': ({ server, logger, refreshContent }) => {
        if (dev) showEdits(server, dev, { logger, refreshContent });
      },
    },
  };
  return { integration, current: currentLibrary };
}
