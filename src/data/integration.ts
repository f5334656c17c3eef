/** Writes the library as data beside the pages, into `data/`. */
import { mkdir, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import type { Library } from '../library/types.ts';
import { dataFiles } from './tables.ts';

/** @param library tells the library that is built */
export function data(library: () => Library): AstroIntegration {
  return {
    name: 'data',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const name = /\/data\/([a-z]+\.(?:csv|json))(?:\?|$)/u.exec(request.url ?? '')?.[1];
          const file = name && dataFiles(library()).get(name);
          if (!file) return next();
          response.setHeader(
            'content-type',
            name.endsWith('json') ? 'application/json' : 'text/csv',
          );
          response.end(file);
        });
      },
      'astro:build:done': async ({ dir }) => {
        const folder = new URL('data/', dir);
        await mkdir(folder, { recursive: true });
        for (const [name, content] of dataFiles(library()))
          await writeFile(new URL(name, folder), content);
      },
    },
  };
}
