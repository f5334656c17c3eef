/** The Astro integration that finishes a build; it comes last, when every page and index is written. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentFolder } from '../reading/content-folder.ts';
import { finishSite, type FinishInput } from './finish-site.ts';

export interface ArchiveOptions extends Pick<FinishInput, 'notOffline'> {
  /** Folder of the files as received. */
  originals?: string;
}

export function archive({
  originals = 'public/original',
  notOffline,
}: ArchiveOptions = {}): AstroIntegration {
  return {
    name: 'archive',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        await finishSite({
          site: fileURLToPath(dir),
          content: contentFolder(),
          originals: resolve(originals),
          ...(notOffline && { notOffline }),
          log: (line) => logger.info(line),
        });
      },
    },
  };
}
