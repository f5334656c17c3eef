/** Puts files into this version's cache, each held to its checksum: what is not of this version is never kept. */
import type { ListedFile } from '../protocol.ts';
import { allFiles, CACHE, fileAt, otherCaches, scope } from './edition.ts';

/** Says which bytes a kept file has, so that the next version can take over what did not change. */
const CHECKSUM = 'x-library-integrity';
const AT_ONCE = 6;
/** Stands in the cache when every file of the version does. */
const WHOLE = `${scope}offline-files/whole`;

let whole: boolean | undefined;

export async function isFullyCached(): Promise<boolean> {
  return (whole ??= (await (await caches.open(CACHE)).match(WHOLE)) !== undefined);
}

/**
 * Keeps all of these, from the caches of other versions where they are the same.
 * @param fetching false: only those, and what changed is left out
 * Throws when one cannot be had.
 */
export async function keepFiles(files: ListedFile[], fetching = true): Promise<void> {
  const cache = await caches.open(CACHE);
  const others = await Promise.all((await otherCaches()).map((name) => caches.open(name)));
  const waiting = [...files];
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file; file = waiting.shift())
      await keepFile(cache, others, file, fetching);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function keepFile(
  cache: Cache,
  others: Cache[],
  file: ListedFile,
  fetching: boolean,
): Promise<void> {
  const url = scope + file.url;
  if (await cache.match(url)) return;
  for (const other of others) {
    const same = await other.match(url);
    if (same?.headers.get(CHECKSUM) === file.integrity) return cache.put(url, same);
  }
  if (!fetching) return;
  const response = await fetch(url, { integrity: file.integrity, cache: 'no-cache' });
  if (!response.ok) throw new TypeError(`${response.status} ${url}`);
  await put(cache, url, response, file);
}

/** A page or file that the reader has just been given is kept too, if it is of this version. */
export async function keepAnswer(path: string, response: Response): Promise<void> {
  if (response.status !== 200 || response.redirected || response.type !== 'basic') return;
  const file = await fileAt(path);
  if (!file) return;
  const bytes = await response.clone().arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  if (`sha256-${btoa(String.fromCharCode(...hash))}` !== file.integrity) return;
  await put(await caches.open(CACHE), scope + path, response, file);
}

async function put(cache: Cache, url: string, response: Response, file: ListedFile): Promise<void> {
  const headers = new Headers(response.headers);
  // The body is stored as it reads, not as it travelled.
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  headers.set(CHECKSUM, file.integrity);
  await cache.put(url, new Response(response.body, { headers }));
}

/** The files that this version still lacks. Says so in the cache when there are none. */
export async function missingFiles(): Promise<ListedFile[]> {
  const cache = await caches.open(CACHE);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const missing = (await allFiles()).filter(({ url }) => !kept.has(scope + url));
  if (missing.length === 0) {
    await cache.put(WHOLE, new Response(''));
    whole = true;
  }
  return missing;
}

/** Forgets everything but the shell. */
export async function forgetFiles(shell: ListedFile[]): Promise<void> {
  whole = false;
  const cache = await caches.open(CACHE);
  const stays = new Set(shell.map(({ url }) => scope + url));
  for (const request of await cache.keys())
    if (!stays.has(request.url)) await cache.delete(request);
}
