/** Writes the library as data: a JSON beside each page, and the files that speak of all into `data/`. */
import { mkdir, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import type { Library } from '../library/types.ts';
import { dataFile, dataFiles } from './files.ts';

const TYPES: Record<string, string> = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  gz: 'application/gzip',
};

/** @param library tells the library that is built */
export function data(library: () => Library): AstroIntegration {
  return {
    name: 'data',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = /^\/([\w-]+\/[\w.-]+\.(?:csv|json|gz))(?:\?|$)/u.exec(
            request.url ?? '',
          )?.[1];
          const file = path && dataFile(library(), path);
          if (!file) return next();
          response.setHeader('content-type', TYPES[path.split('.').at(-1)!]!);
          response.end(file);
        });
      },
      'astro:build:done': async ({ dir }) => {
        const made = new Set<string>();
        for (const [path, content] of dataFiles(library())) {
          const folder = path.slice(0, path.lastIndexOf('/') + 1);
          if (!made.has(folder)) await mkdir(new URL(folder, dir), { recursive: true });
          made.add(folder);
          await writeFile(new URL(path, dir), content);
        }
      },
    },
  };
}
