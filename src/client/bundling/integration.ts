/**
 * Astro integration: gives pages the paths of the site's browser scripts (`virtual:client-scripts`),
 * writes the scripts to the output, and serves them freshly bundled while editing.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { Bundler, type Entries } from './bundle.ts';

const VIRTUAL = 'virtual:client-scripts';

export function clientScripts(entries: Entries): AstroIntegration {
  const bundler = new Bundler(entries, { hashed: true });
  return {
    name: 'client-scripts',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        const named = command === 'dev' ? new Bundler(entries, { hashed: false }) : bundler;
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'client-scripts',
                resolveId: (id: string) => (id === VIRTUAL ? `\0${VIRTUAL}` : undefined),
                load: async (id: string) => {
                  if (id !== `\0${VIRTUAL}`) return undefined;
                  return `export const scripts = ${JSON.stringify(await named.paths())};`;
                },
              },
            ],
          },
        });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const name = /\/assets\/([\w-]+)\.js(?:\?|$)/.exec(request.url ?? '')?.[1];
          if (name === undefined || !(name in entries)) return next();
          new Bundler(entries, { hashed: false })
            .script(name)
            .then(({ content }) => {
              response.setHeader('content-type', 'text/javascript; charset=utf-8');
              response.setHeader('cache-control', 'no-store');
              response.end(content);
            })
            .catch(next);
        });
      },
      'astro:build:done': async ({ dir }) => {
        await mkdir(new URL('assets/', dir), { recursive: true });
        for (const { path, content } of await bundler.all())
          await writeFile(new URL(path, dir), content);
      },
    },
  };
}
