/** The Astro integration that finishes a build; it comes last, when every page and index is written. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentFolder } from '../reading/content-folder.ts';
import { isTwin } from '../search/twins.ts';
import { finishSite } from './finish-site.ts';

export interface ArchiveOptions {
  /** Folder of the files as received. */
  originals?: string;
}

export function archive({ originals = 'public/original' }: ArchiveOptions = {}): AstroIntegration {
  return {
    name: 'archive',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        await finishSite({
          site: fileURLToPath(dir),
          content: contentFolder(),
          originals: resolve(originals),
          notOffline: isTwin,
          log: (line) => logger.info(line),
        });
      },
    },
  };
}
