/** Reads the library for Astro: once for a build, which faults in the content stop; in dev by `edited-library.ts`. */
import type { AstroIntegration } from 'astro';
import { showFigure } from './stages/stages.ts';
import { contentFolder } from './content-folder.ts';
import { currentLibrary, setCurrentLibrary } from './current-library.ts';
import { EditedLibrary } from './edited-library.ts';
import { readSoundLibrary, type SoundLibrary } from './read-library.ts';
import { showEdits } from './show-edits.ts';
import { TELL_SHOWN } from './shown-reading.ts';

/**
 * @returns the integration that reads the content, and the library as last read
 */
export function documents(): { integration: AstroIntegration; current: () => SoundLibrary } {
  const folder = contentFolder();
  let edited: EditedLibrary | undefined;

  const integration: AstroIntegration = {
    name: 'documents',
    hooks: {
      'astro:config:setup': async ({ command, logger, injectScript }) => {
        if (command !== 'dev') {
          let files = 0;
          const onFile = (): void => showFigure(`${++files} 个文件`);
          return setCurrentLibrary(await readSoundLibrary(folder, { onFile }));
        }
        injectScript('page', TELL_SHOWN);
        edited = new EditedLibrary(folder);
        await edited.readWhenSound((faults) => logger.error(`\n${faults}`));
      },
      'astro:server:setup': ({ server, logger, refreshContent }) => {
        if (edited) showEdits(server, edited, { logger, refreshContent });
      },
    },
  };
  return { integration, current: currentLibrary };
}
