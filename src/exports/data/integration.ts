/** Writes the library as data: a JSON beside each page, the files that speak of all into `data/`, and what lists them. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeFiles } from '../../content/write-files.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import { reportProgress } from '../../content/stages/stages.ts';
import { dataFile, dataFiles } from './files.ts';
import { packTexts } from './texts.ts';

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
export function data(current: () => ValidLibrary): AstroIntegration {
  let texts: Promise<void> | undefined;
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
      'astro:build:start': () => {
        texts = packTexts(current());
        // A failure waits until the texts are wanted.
        texts.catch(() => {});
      },
      'astro:build:done': async ({ dir }) => {
        await texts;
        await writeFiles(fileURLToPath(dir), dataFiles(current()), (written) =>
          reportProgress(`数据 ${written}`),
        );
      },
    },
  };
}
