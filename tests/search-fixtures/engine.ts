/** The engine as browsers run it, on an index in memory: bundled by the site's own bundler. */
import { build } from 'esbuild';
import { pagefindPlugin } from '../../src/client/bundling/bundle.ts';
import { buildIndex } from '../../src/search/build/build-index.ts';
import type { Search } from '../../src/search/format/types.ts';
import type { PageRecord } from '../../src/search/format/index-files.ts';

const BASE = 'http://index.test/pagefind/';

let bundled: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/search/engine/engine.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    define: { 'import.meta.url': 'undefined' },
    plugins: [pagefindPlugin],
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}

export interface IndexInMemory {
  engine: { search: Search };
  files: Map<string, Uint8Array>;
  /** Names of the files that were read, in order. */
  read: string[];
}

/** Builds an index of these pages and opens an engine on it. Files may be changed between searches. */
export async function engineOn(records: PageRecord[]): Promise<IndexInMemory> {
  return openEngine(await buildIndex(records));
}

/** A fresh engine on files of an index: nothing that another engine has read is known to it. */
export async function openEngine(files: Map<string, Uint8Array>): Promise<IndexInMemory> {
  const read: string[] = [];
  globalThis.fetch = async (address) => {
    const path = String(address).slice(BASE.length);
    read.push(path);
    const content = files.get(path);
    return content ? new Response(content.slice()) : new Response('', { status: 404 });
  };
  bundled ??= bundle();
  const code = `${await bundled}\n// ${Math.random()}`;
  const { createEngine } = await import(
    `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  );
  return { engine: { search: createEngine(BASE) }, files, read };
}
