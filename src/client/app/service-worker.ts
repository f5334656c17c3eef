/**
 * Keeps the library for reading without a network. One version of the site is one cache, named by the hash of its lists, and
 * they give every file its SHA-256:
 * - pages are kept as they are read; the whole library at once where it is small, or where the reader asks for it;
 * - a host that changes in the middle of a download, or a proxy that rewrites pages, makes an install fail as a whole,
 *   and the old version stays as it was;
 * - a new version waits until the reader asks for it (`take-over`) or has closed the library.
 * Any page of the same origin can put something else into a cache under a file's name: so whatever is taken out of one is
 * hashed first. Built into one classic script by app-files.ts, which puts `LIBRARY` before it.
 */
/// <reference lib="webworker" />
import {
  listOf,
  listPath,
  SHELL,
  UNASKED_BYTES,
  type Choice,
  type Edition,
  type KeepStatus,
  type ListedFile,
  type Message,
} from './protocol.ts';

declare const self: ServiceWorkerGlobalScope;
declare const LIBRARY: Edition;

const { scope } = self.registration;
/** Other sites of the same host, or this one in another folder, have caches of their own. */
const CACHES = `library ${scope} `;
const CACHE = CACHES + LIBRARY.version;
/** What the reader has chosen for this device outlives the versions of the site. */
const CHOICE = `choice ${scope}`;
/** Stands in the cache when every file of the version does. */
const WHOLE = `${scope}whole`;

/** What is known of this version: the shell, the lists, and what stands in those that were asked. */
const files = new Map(Object.entries(LIBRARY.files));
/** Lists that `files` has taken in, or is about to. */
const loaded = new Map<string, Promise<void>>();
/** What a cache holds besides files of the library. */
const OUR_OWN = /^(app\/|whole$)/;
/** Named by their content: whoever asks for one means exactly these bytes. */
const BY_CONTENT = /^(assets|_astro)\/|\.pf_\w+$/;
/** What is said of a kept file beside its bytes; nothing else of it is handed on. */
const HEADERS =
  /^(?:content-type|content-security-policy|cross-origin-(?:opener|resource)-policy|permissions-policy|referrer-policy|x-content-type-options)$/;
/** With a kept page at hand, a network that says nothing is waited for no longer. */
const PATIENCE_MS = 5000;
/** A step of keeping is so many files: short enough to be stopped, long enough to be quick. */
const STEP = 24;
const AT_ONCE = 6;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

self.addEventListener('message', (event) => {
  const message = event.data as Message;
  if (message === 'take-over') return void self.skipWaiting();
  const answered = inTurn(() => act(message)).then((status) => event.ports[0]?.postMessage(status));
  event.waitUntil(answered.catch(() => {}));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  if (path === undefined || request.method !== 'GET') return;
  if (path.startsWith('downloads/') || request.headers.has('range')) return;
  event.respondWith(answer(event, path));
});

/**
 * A whole version answers by itself, so that all its pages are of one version. Otherwise the host does, for as long as
 * it can be reached and is not out of order, and what was kept, all of one version, when it cannot.
 */
async function answer(event: FetchEvent, path: string): Promise<Response> {
  const { request } = event;
  const kept = await keptFile(path);
  const whole = (await caches.match(WHOLE, { cacheName: CACHE })) !== undefined;
  if (kept && (whole || BY_CONTENT.test(path))) return kept;
  const asked = fetch(request).catch(() => undefined);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  const fresh = await (kept ? Promise.race([asked, late]) : asked);
  if (fresh && fresh.status < 500) {
    event.waitUntil(keep(path, fresh.clone()).catch(() => {}));
    return fresh;
  }
  if (kept ?? fresh) return (kept ?? fresh)!;
  if (request.mode !== 'navigate') return Response.error();
  return Response.redirect(scope + (whole ? '404.html' : 'offline.html?missing'));
}

// The files of this version, and which of them are kept.

/** @returns the address from the site's root, without query and fragment; nothing outside the site */
function pathOf(url: string): string | undefined {
  if (!url.startsWith(scope)) return undefined;
  const path = url.slice(scope.length).replace(/[?#].*$/s, '');
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

async function readList(list: string): Promise<void> {
  await keepFiles([list]);
  const listed = (await (await keptFile(list))!.json()) as Edition['files'];
  for (const [path, file] of Object.entries(listed)) files.set(path, file);
}

/** Reads a list once, however many files of it are asked for; after a failure the next that asks tries again. */
function load(list: string): Promise<void> {
  const reading = loaded.get(list) ?? readList(list);
  loaded.set(list, reading);
  reading.catch(() => loaded.delete(list));
  return reading;
}

/** @returns what is listed of a file; nothing where it is none of this version, or its list cannot be had */
async function listedFile(path: string): Promise<ListedFile | undefined> {
  if (!files.has(path)) await load(listOf(path, LIBRARY.lists)).catch(() => {});
  return files.get(path);
}

/** @returns those that are files of this version */
async function listedOnes(paths: Iterable<string>): Promise<string[]> {
  const all = [...paths];
  const listed = await Promise.all(all.map(listedFile));
  return all.filter((_, at) => listed[at]);
}

/** @returns the response with its body read and its needless headers dropped, if it has the bytes that are listed */
async function verified(response: Response | undefined, path: string) {
  if (response?.status !== 200) return undefined;
  const listed = await listedFile(path);
  const bytes = await response.arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hex !== listed?.sha256) return undefined;
  const headers = [...response.headers].filter(([name]) => HEADERS.test(name));
  return new Response(bytes, { headers });
}

/** @returns what a cache holds under a path, if it is the file of this version */
const keptFile = async (path: string, cacheName = CACHE): Promise<Response | undefined> =>
  verified(await caches.match(scope + path, { cacheName }), path);

/** Keeps what was answered, if it is the file of this version. @returns whether it is */
async function keep(path: string, response: Response | undefined): Promise<boolean> {
  const same = await verified(response, path);
  if (same) await (await caches.open(CACHE)).put(scope + path, same);
  return same !== undefined;
}

/** The caches of other versions of this site. */
async function otherCaches(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(CACHES) && name !== CACHE);
}

/**
 * Keeps all of these, from the caches of other versions where they are the same.
 * @param fetching false: only those, and what changed is left out
 * @throws TypeError when the host has one otherwise, or not at all
 */
async function keepFiles(paths: string[], fetching = true): Promise<void> {
  const others = await otherCaches();
  const keepOne = async (path: string): Promise<void> => {
    if (await keptFile(path)) return;
    for (const name of others) if (await keep(path, await keptFile(path, name))) return;
    if (fetching && !(await keep(path, await fetch(scope + path, { cache: 'no-cache' }))))
      throw new TypeError(`not of this version: ${path}`);
  };
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    // All are ended before one that failed is told: a cache that is then deleted is not written to again.
    const ended = await Promise.allSettled(paths.slice(at, at + AT_ONCE).map(keepOne));
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
  }
}

async function keptPaths(names: string[]): Promise<Set<string>> {
  const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  const paths = keys.flat().flatMap(({ url }) => pathOf(url) ?? []);
  return new Set(paths.filter((path) => !OUR_OWN.test(path)));
}

/** @throws TypeError when a list cannot be had */
async function missingFiles(): Promise<string[]> {
  const lists = Array.from({ length: LIBRARY.lists }, (_, number) => listPath(number));
  await keepFiles(lists.filter((list) => !loaded.has(list)));
  for (const list of lists) await load(list);
  const kept = await keptPaths([CACHE]);
  return [...files.keys()].filter((path) => !kept.has(path) && !OUR_OWN.test(path));
}

const bytesOf = (paths: string[]): number =>
  paths.reduce((sum, path) => sum + files.get(path)!.size, 0);

// From one version to the next.

const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** Fills the cache of this version with the shell and what was kept before, or all that is small; or leaves nothing of it. */
async function install(): Promise<void> {
  try {
    await keepFiles([...files.keys()].filter((path) => SHELL.test(path)));
    const small = LIBRARY.bytes <= UNASKED_BYTES && (await readChoice()) !== 'remove';
    const before = await keptPaths(await otherCaches());
    const wanted = await (small ? missingFiles() : listedOnes(before));
    await keepFiles(wanted, false);
    const kept = await keptPaths([CACHE]);
    const changed = wanted.filter((path) => !kept.has(path));
    if (bytesOf(changed) <= UNASKED_BYTES && !savesData()) await keepFiles(changed);
    await status();
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

/**
 * At first the open pages are kept and served from now on, if they are of this version. Later other versions' caches go, for
 * their pages load anew; one that is coming in keeps its own. A library that was whole and no longer is waits to be asked
 * for the rest.
 */
async function takeOver(): Promise<void> {
  if ((await readChoice()) === 'keep' && !(await status()).whole) await writeChoice('stop');
  const others = await otherCaches();
  if (others.length === 0) {
    const pages = await self.clients.matchAll({ includeUncontrolled: true, type: 'window' });
    const paths = await listedOnes(pages.flatMap(({ url }) => pathOf(url) ?? []));
    await keepFiles(paths).catch(() => {});
  } else if (!self.registration.installing && !self.registration.waiting)
    await Promise.all(others.map((name) => caches.delete(name)));
  await self.clients.claim();
}

// The whole library, as the reader chooses.

async function readChoice(): Promise<Choice | undefined> {
  const stored = await caches.match(scope, { cacheName: CHOICE });
  return (await stored?.text()) as Choice | undefined;
}

async function writeChoice(choice: Choice): Promise<void> {
  await (await caches.open(CHOICE)).put(scope, new Response(choice));
}

let last: Promise<unknown> = Promise.resolve();

/** What pages ask for goes one after the other, in their order: a stop is not overtaken by a step. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => {});
  return mine;
}

/** A page that has not yet heard of a stop may still ask for more: it is told, and nothing is kept. */
async function act(message: 'more' | Choice): Promise<KeepStatus> {
  if (message !== 'more') await writeChoice(message);
  if (message === 'remove') await forgetFiles();
  if (message !== 'more' || (await readChoice()) !== 'keep') return status();
  try {
    await keepFiles((await missingFiles()).slice(0, STEP));
    return await status();
  } catch (error) {
    // A checksum that fails and a host that is away are the same here: only the network tells them apart.
    const full = (error as Error).name === 'QuotaExceededError';
    const fault = full ? 'full' : navigator.onLine ? 'changed' : 'network';
    return { ...(await status()), fault };
  }
}

/** Forgets everything but the shell. */
async function forgetFiles(): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const request of await cache.keys())
    if (!SHELL.test(pathOf(request.url) ?? '')) await cache.delete(request);
}

/** How it stands; where all is kept, the cache says so from now on. */
async function status(): Promise<KeepStatus> {
  const kept = await listedOnes(await keptPaths([CACHE]));
  const whole = kept.length === LIBRARY.count;
  if (whole) await (await caches.open(CACHE)).put(WHOLE, new Response(''));
  return {
    choice: await readChoice(),
    whole,
    bytes: LIBRARY.bytes,
    keptBytes: bytesOf(kept),
  };
}
