/**
 * Browser code as classic scripts: no modules (browsers refuse them on file://), minified, named after their content. A script
 * names another with `import path from 'script:engine'` and is given its path from the site's root; pages have the paths of all
 * from `globalThis.clientScripts`; Pagefind's own browser code is imported as `pagefind-runtime`.
 */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build, type Plugin } from 'esbuild';
import { pagefindRuntime } from '../../search/build/pagefind-package.ts';

/** The oldest engines that must run every script without an error (docs/browsers.md); what they lack is asked for before it is used. */
const TARGET = ['chrome83', 'firefox115', 'safari16'];

const READER = fileURLToPath(new URL('../../search/engine/read-files.ts', import.meta.url));
let runtime: Promise<string> | undefined;

/** Pagefind as it is, but for its `fetch`, which is ours: the one place that knows http from file://. */
export const pagefindPlugin: Plugin = {
  name: 'pagefind-runtime',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^pagefind-runtime$/ }, ({ path }) => ({ path, namespace: 'pagefind' }));
    onLoad({ filter: /.*/, namespace: 'pagefind' }, async () => {
      runtime ??= pagefindRuntime();
      const contents = `import { fetchIndexFile as fetch } from ${JSON.stringify(READER)};\n${await runtime}`;
      return { contents, resolveDir: '/' };
    });
  },
};

const scriptPaths = (paths: Record<string, string>): Plugin => ({
  name: 'script-path',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^script:/ }, ({ path }) => ({ path, namespace: 'script' }));
    onLoad({ filter: /.*/, namespace: 'script' }, ({ path }) => {
      const found = paths[path.slice('script:'.length)];
      if (!found) throw new Error(`“${path}” must stand in astro.config.mjs, after what names it.`);
      return { contents: `export default ${JSON.stringify(found)};` };
    });
  },
});

/**
 * @param entry its file
 * @param paths of the scripts that it may name
 * @throws Error of esbuild's
 */
export async function bundleScript(entry: string, paths = {}): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    define: { 'import.meta.url': 'undefined' },
    logLevel: 'silent',
    plugins: [pagefindPlugin, scriptPaths(paths)],
  });
  return outputFiles[0]!.text;
}

/**
 * @param entries name → file; a script may name those that come after it, for its own name holds the hash of theirs
 * @returns the path of each, `assets/reader.ab12cd34.js`, and what to write there
 */
export async function bundleScripts(entries: Record<string, string>) {
  const paths: Record<string, string> = {};
  const contents = new Map<string, string>();
  for (const [name, entry] of Object.entries(entries).reverse()) {
    const content = await bundleScript(entry, paths);
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
    paths[name] = `assets/${name}.${hash}.js`;
    contents.set(paths[name], content);
  }
  return { paths, contents };
}

declare global {
  /** Paths from the site's root of the scripts named in astro.config.mjs; pages run in the process of the integrations. */
  var clientScripts: Record<string, string>;
}

/** The Astro integration: writes the scripts beside the pages, or serves them freshly bundled while editing. */
export function clientScripts(entries: Record<string, string>): AstroIntegration {
  let bundled: ReturnType<typeof bundleScripts>;
  return {
    name: 'client-scripts',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command === 'build') bundled = bundleScripts(entries);
      },
      'astro:build:start': async () => {
        globalThis.clientScripts = (await bundled).paths;
      },
      'astro:build:done': async ({ dir }) => {
        await mkdir(new URL('assets/', dir), { recursive: true });
        for (const [path, content] of (await bundled).contents)
          await writeFile(new URL(path, dir), content);
      },
      'astro:server:setup': ({ server }) => {
        const paths = Object.keys(entries).map((name) => [name, `assets/${name}.js`]);
        globalThis.clientScripts = Object.fromEntries(paths);
        server.middlewares.use((request, response, next) => {
          const name = /\/assets\/([\w-]+)\.js(?:\?|$)/.exec(request.url ?? '')?.[1];
          if (name === undefined || !entries[name]) return next();
          response.setHeader('content-type', 'text/javascript; charset=utf-8');
          response.setHeader('cache-control', 'no-store');
          const script = bundleScript(entries[name], globalThis.clientScripts);
          script.then((content) => response.end(content), next);
        });
      },
    },
  };
}
