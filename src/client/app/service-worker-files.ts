/**
 * `service-worker.js` and its lists for a built site: our worker in one classic script, before it the version that it
 * serves, and beside it the list of every file, in parts.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build } from 'esbuild';
import { PARTS_FOLDER, partOf, type Edition, type ListedFile } from './protocol.ts';

export const SERVICE_WORKER = 'service-worker.js';

/** What is kept offline: pages and what they are made of; not the archive, nor what is taken away file by file. */
const KEPT = /\.html$|^(?:_astro|assets|icons|pagefind)\/|^manifest\.webmanifest$/;
const SHELL = /^(_astro\/|assets\/|icons\/|manifest\.webmanifest$|(index|404|offline)\.html$)/;
/** Compressed already, or by their kind. */
const PACKED = /\.(pf_\w+|pagefind|png|jpe?g|webp|woff2?|gz|zip)$/;

/** A library of at most so many bytes over the wire is kept whole without being asked. */
const BY_ITSELF_BYTES = 3_000_000;
const FILES_PER_PART = 64;

const zip = promisify<Uint8Array, Buffer>(gzip);

/** @returns whether the app keeps a file at all */
export const isKept = (path: string): boolean => KEPT.test(path);

/** @returns the checksum as browsers write it */
export function integrityOf(bytes: Uint8Array | string): string {
  return `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
}

/** One file for the list, with its size over the wire. */
export async function listFile(path: string, bytes: Uint8Array): Promise<ListedFile> {
  const size = PACKED.test(path) ? bytes.length : (await zip(bytes)).length;
  return { url: encodeURI(path), integrity: integrityOf(bytes), size };
}

/**
 * One file for the list of the archive's copy, with its size uncompressed: it is the same on every machine only so, for
 * versions of zlib differ.
 */
export const listUncompressed = (path: string, bytes: Uint8Array): ListedFile => ({
  url: encodeURI(path),
  integrity: integrityOf(bytes),
  size: bytes.length,
});

/** @returns the worker's code without its version; the same for every version of the site */
export async function bundleServiceWorker(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'worker/service-worker.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    absWorkingDir: join(import.meta.dirname, '../../..'),
  });
  return outputFiles[0]!.text;
}

/**
 * @param bundle the worker's code
 * @param listed every file that it may keep
 * @returns the files to write, by path: the script, with its version before the code, and the parts of its list
 */
export function serviceWorkerFiles(bundle: string, listed: ListedFile[]): Map<string, string> {
  const files = [...listed].sort((a, b) => (a.url < b.url ? -1 : 1));
  const count = Math.max(1, Math.ceil(files.length / FILES_PER_PART));
  const divided: ListedFile[][] = Array.from({ length: count }, () => []);
  for (const file of files) divided[partOf(file.url, count)]!.push(file);
  const parts = divided.map((part) => JSON.stringify(part));
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const edition = {
    shell: files.filter(({ url }) => SHELL.test(url)),
    parts: parts.map(integrityOf),
    files: files.length,
    bytes,
    byItself: bytes <= BY_ITSELF_BYTES,
  };
  const hash = createHash('sha256').update(JSON.stringify(edition)).update(bundle).digest('hex');
  const named: Edition = { build: hash.slice(0, 16), ...edition };
  return new Map([
    [SERVICE_WORKER, `const LIBRARY=${JSON.stringify(named)};\n${bundle}`],
    ...parts.map((part, at): [string, string] => [`${PARTS_FOLDER}${at}.json`, part]),
  ]);
}
