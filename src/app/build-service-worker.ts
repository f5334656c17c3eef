/** Makes `service-worker.js` for a built site: our worker and Workbox in one classic script, and the list of files. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Precache, PrecacheEntry } from './protocol.ts';

export const SERVICE_WORKER = 'service-worker.js';

/**
 * What is not kept offline: the archive itself, the host's settings, the worker, and files that only `file://`
 * needs.
 */
const LEFT_OUT = /^(downloads\/|_headers$|_redirects$|service-worker\.js$|.*\.map$)/;

/** @returns the worker's code without its list of files; the same for every version of the site */
export async function bundleServiceWorker(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'service-worker.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    absWorkingDir: join(import.meta.dirname, '../..'),
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]!.text;
}

/**
 * Lists a version of the site, each file with its checksum.
 * @param files the built site, in any order
 * @param leaveOut further files not to keep, by path
 */
export function listPrecache(
  files: Iterable<[path: string, bytes: Uint8Array]>,
  leaveOut: (path: string) => boolean = () => false,
): PrecacheEntry[] {
  const entries: PrecacheEntry[] = [];
  for (const [path, bytes] of files) {
    if (LEFT_OUT.test(path) || leaveOut(path)) continue;
    const hash = createHash('sha256').update(bytes).digest();
    entries.push({
      url: encodeURI(path),
      revision: hash.toString('hex').slice(0, 16),
      integrity: `sha256-${hash.toString('base64')}`,
    });
  }
  return entries.sort((a, b) => (a.url < b.url ? -1 : 1));
}

/** @returns the whole script: the bundle with a version's name and list before it */
export function writeServiceWorker(bundle: string, files: PrecacheEntry[]): string {
  const build = createHash('sha256').update(JSON.stringify(files)).update(bundle).digest('hex');
  const library: Precache = { build: build.slice(0, 16), files };
  return `const LIBRARY=${JSON.stringify(library)};\n${bundle}`;
}
