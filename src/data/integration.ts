/** Writes the library as data: a JSON beside each page, the files that speak of all into `data/`, and what lists them. */
import { mkdir, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import type { SoundLibrary } from '../reading/read-library.ts';
import { dataFile, dataFiles } from './files.ts';

const TYPES: Record<string, string> = {
  json: 'application/json',
  jsonld: 'application/ld+json',
  graphml: 'application/xml',
  csv: 'text/csv; charset=utf-8',
  gz: 'application/gzip',
};
/** `.csl.json` is a form, not data. */
const ASKED =
  /^\/((?:[\w-]+\/)*[\w-]+(?:\.schema\.json|\.jsonl\.gz|\.(?:csv|json|jsonld|graphml)))(?:\?|$)/u;

/** @param current tells the library that is built */
export function data(current: () => SoundLibrary): AstroIntegration {
  return {
    name: 'data',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = ASKED.exec(request.url ?? '')?.[1];
          const file = path && dataFile(current(), path);
          if (!file) return next();
          response.setHeader('content-type', TYPES[path.split('.').at(-1)!]!);
          response.end(file);
        });
      },
      'astro:build:done': async ({ dir }) => {
        const made = new Set<string>();
        for (const [path, content] of dataFiles(current())) {
          const folder = path.slice(0, path.lastIndexOf('/') + 1);
          if (!made.has(folder)) await mkdir(new URL(folder, dir), { recursive: true });
          made.add(folder);
          await writeFile(new URL(path, dir), content);
        }
      },
    },
  };
}
