/**
 * The files of this version that the browser keeps, in one cache. The version's list, which came with the worker, gives
 * each its SHA-256, and a file is what its bytes are: any page of the same origin can put something else into the cache
 * under its name, so whatever is taken out of a cache, this version's or another's, is hashed first.
 */
/// <reference lib="webworker" />
import { PARTS_FOLDER, partOf, type Edition, type ListedFile } from '../protocol.ts';

declare const self: ServiceWorkerGlobalScope;
declare const LIBRARY: Edition;

export const edition = LIBRARY;
export const { scope } = self.registration;
/** Other sites of the same host, or this one in another folder, have caches of their own. */
const CACHES = `library ${scope} `;
const CACHE = CACHES + edition.build;
/** Stands in the cache when every file of the version does. */
const WHOLE = `${scope}offline-files/whole`;
const AT_ONCE = 6;
/** What is said of a kept file beside its bytes; nothing else of it is handed on. */
const HEADERS = [
  'content-type',
  'content-security-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'referrer-policy',
  'x-content-type-options',
];

let fullyCached: boolean | undefined;
const shell = new Map(edition.shell.map((file) => [file.url, file]));
const parts = new Map<number, Promise<Map<string, ListedFile>>>();

const openCache = (): Promise<Cache> => caches.open(CACHE);

/** The caches of this site; without the one of this version, those of others. */
export async function cacheNames({ others = false } = {}): Promise<string[]> {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(CACHES) && !(others && name === CACHE));
}

/** @returns the address from the site's root, without query and fragment; nothing outside the site */
export function pathOf(url: string): string | undefined {
  if (!url.startsWith(scope)) return undefined;
  const path = url.slice(scope.length).replace(/[?#].*$/s, '');
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** @returns the response with its body read and its needless headers dropped, if it has these bytes */
async function withBytes(response: Response, integrity: string): Promise<Response | undefined> {
  const bytes = await response.arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  if (`sha256-${btoa(String.fromCharCode(...hash))}` !== integrity) return undefined;
  const headers = HEADERS.flatMap((name): [string, string][] => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return new Response(bytes, { headers });
}

/** @returns what a cache holds under an address, if it has these bytes */
async function fromCache(cache: Cache, url: string, integrity: string) {
  const stored = await cache.match(url);
  return stored && withBytes(stored, integrity);
}

/** Fetches a file and keeps it. Throws when the host has it otherwise, or not at all. */
async function fetchInto(cache: Cache, url: string, integrity: string): Promise<Response> {
  const response = await fetch(url, { integrity, cache: 'no-cache' });
  const file = response.ok ? await withBytes(response, integrity) : undefined;
  if (!file) throw new TypeError(`${response.status} ${url}`);
  await cache.put(url, file.clone());
  return file;
}

/** Throws when the part of the list cannot be had as this version has it. */
export async function fileAt(path: string): Promise<ListedFile | undefined> {
  return shell.get(path) ?? (await listPart(partOf(path, edition.parts.length))).get(path);
}

/** Every file of this version. Throws when the list cannot be had. */
export async function allFiles(): Promise<ListedFile[]> {
  const lists = await Promise.all(edition.parts.map((_, at) => listPart(at)));
  return lists.flatMap((list) => [...list.values()]);
}

function listPart(at: number): Promise<Map<string, ListedFile>> {
  let list = parts.get(at);
  if (!list) {
    parts.set(at, (list = loadPart(at)));
    list.catch(() => parts.delete(at));
  }
  return list;
}

async function loadPart(at: number): Promise<Map<string, ListedFile>> {
  const url = `${scope}${PARTS_FOLDER}${at}.json`;
  const integrity = edition.parts[at]!;
  const cache = await openCache();
  const response =
    (await fromCache(cache, url, integrity)) ?? (await fetchInto(cache, url, integrity));
  const files = (await response.json()) as ListedFile[];
  return new Map(files.map((file) => [file.url, file]));
}

/** Whether something is kept under a path; `keptFile` says whether it is what it should be. */
export const isKept = async (path: string): Promise<boolean> =>
  (await (await openCache()).match(scope + path)) !== undefined;

/** @returns the kept file of this version; nothing where none is kept, or what is kept has other bytes */
export async function keptFile(path: string): Promise<Response | undefined> {
  const file = await fileAt(path).catch(() => undefined);
  return file && fromCache(await openCache(), scope + path, file.integrity);
}

/** A page or file that the reader has just been given is kept too, if it is of this version. */
export async function keepAnswer(path: string, response: Response): Promise<void> {
  if (response.status !== 200 || response.redirected || response.type !== 'basic') return;
  const file = await fileAt(path);
  const same = file && (await withBytes(response, file.integrity));
  if (same) await (await openCache()).put(scope + path, same);
}

/**
 * Keeps all of these, from the caches of other versions where they are the same.
 * @param fetching false: only those, and what changed is left out
 * Throws when one cannot be had.
 */
export async function keepFiles(files: ListedFile[], fetching = true): Promise<void> {
  const own = await openCache();
  const names = await cacheNames({ others: true });
  const others = await Promise.all(names.map((name) => caches.open(name)));
  const waiting = [...files];
  const keepFile = async ({ url, integrity }: ListedFile): Promise<void> => {
    const address = scope + url;
    if (await fromCache(own, address, integrity)) return;
    for (const other of others) {
      const same = await fromCache(other, address, integrity);
      if (same) return own.put(address, same);
    }
    if (fetching) await fetchInto(own, address, integrity);
  };
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file; file = waiting.shift()) await keepFile(file);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

export async function isFullyCached(): Promise<boolean> {
  return (fullyCached ??= (await (await openCache()).match(WHOLE)) !== undefined);
}

/** The files that this version still lacks. Says so in the cache when there are none. */
export async function missingFiles(): Promise<ListedFile[]> {
  const cache = await openCache();
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const missing = (await allFiles()).filter(({ url }) => !kept.has(scope + url));
  if (missing.length === 0) {
    await cache.put(WHOLE, new Response(''));
    fullyCached = true;
  }
  return missing;
}

/** The paths under which anything is kept, of this version or of the others. */
export async function keptPaths(names = [CACHE]): Promise<Set<string>> {
  const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return new Set(keys.flat().flatMap(({ url }) => pathOf(url) ?? []));
}

/** Forgets everything but the shell. */
export async function forgetFiles(): Promise<void> {
  fullyCached = false;
  const cache = await openCache();
  for (const request of await cache.keys())
    if (!shell.has(pathOf(request.url) ?? '')) await cache.delete(request);
}

/** Leaves nothing of this version. */
export const forgetVersion = (): Promise<boolean> => caches.delete(CACHE);
