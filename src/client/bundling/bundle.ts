/**
 * Bundles browser code into one classic script: no modules (browsers refuse them on file://), minified,
 * named after its content. A script names another with `import path from 'script:engine'` and is given
 * its path from the site's root; Pagefind's own browser code is imported as `pagefind-runtime`.
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { pagefindRuntime } from '../../search/build/pagefind-package.ts';

export interface Script {
  name: string;
  /** From the site's root: `assets/reader.ab12cd34.js`. */
  path: string;
  content: string;
}

/** Name → entry file. */
export type Entries = Record<string, string>;

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

const pathOf = (file: string): string => `assets/${file}.js`;

/** Bundles some scripts of a site, each once, those that they name included. Throws on esbuild's errors. */
export class Bundler {
  private readonly done = new Map<string, Promise<Script>>();
  /** Which scripts each names: their bundles are waited for. */
  private readonly named = new Map<string, Set<string>>();
  private readonly entries: Entries;
  private readonly hashed: boolean;

  constructor(entries: Entries, options: { hashed: boolean }) {
    this.entries = entries;
    this.hashed = options.hashed;
  }

  script(name: string): Promise<Script> {
    let script = this.done.get(name);
    if (!script) this.done.set(name, (script = this.bundle(name)));
    return script;
  }

  all(): Promise<Script[]> {
    return Promise.all(Object.keys(this.entries).map((name) => this.script(name)));
  }

  /** @returns the path of each script by its name; one that is not named after its content needs no bundling */
  async paths(): Promise<Record<string, string>> {
    if (!this.hashed)
      return Object.fromEntries(Object.keys(this.entries).map((name) => [name, pathOf(name)]));
    return Object.fromEntries((await this.all()).map(({ name, path }) => [name, path]));
  }

  private async bundle(name: string): Promise<Script> {
    const entry = this.entries[name];
    if (entry === undefined)
      throw new Error(`No client script is called “${name}”. Name it in astro.config.mjs.`);
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
      plugins: [pagefindPlugin, this.pathPlugin(name)],
    });
    const content = outputFiles[0]!.text;
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
    return { name, content, path: pathOf(this.hashed ? `${name}.${hash}` : name) };
  }

  /**
   * Notes that a script names another.
   * @throws Error where each would wait for the other: a path holds the hash of what it names
   */
  private note(from: string, to: string): void {
    this.named.set(from, (this.named.get(from) ?? new Set()).add(to));
    const circle = this.way(to, from);
    if (circle)
      throw new Error(
        `Client scripts name each other in a circle: ${[from, ...circle].join(' → ')}. ` +
          'Take the path of one of them from the page instead of importing it.',
      );
  }

  /** @returns the names from one script to another, both included; undefined where none leads there */
  private way(from: string, to: string): string[] | undefined {
    if (from === to) return [to];
    for (const next of this.named.get(from) ?? []) {
      const rest = this.way(next, to);
      if (rest) return [from, ...rest];
    }
    return undefined;
  }

  private pathPlugin(name: string): Plugin {
    return {
      name: 'script-path',
      setup: ({ onResolve, onLoad }) => {
        onResolve({ filter: /^script:/ }, ({ path }) => ({
          path: path.slice('script:'.length),
          namespace: 'script',
        }));
        onLoad({ filter: /.*/, namespace: 'script' }, async ({ path }) => {
          this.note(name, path);
          return { contents: `export default ${JSON.stringify((await this.script(path)).path)};` };
        });
      },
    };
  }
}
