/**
 * Keeps the whole library for reading offline. One version of the site is one cache, named by the hash of its
 * files, filled by one install and never touched by another version:
 * - every file is fetched with its SHA-256, so that a host that changes in the middle of a download, or a proxy
 *   that rewrites pages, makes the install fail as a whole, and the old version stays as it was;
 * - a new version waits until the reader asks for it (`take-over`) or has closed the library;
 * - caches of older versions go when a page is next opened and no version is on its way in.
 * Built into one classic script by build-service-worker.ts, which puts `LIBRARY` before it.
 */
/// <reference lib="webworker" />
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { PrecacheRoute } from 'workbox-precaching/PrecacheRoute.js';
import { registerRoute } from 'workbox-routing/registerRoute.js';
import { setCatchHandler } from 'workbox-routing/setCatchHandler.js';
import type { Message, Precache } from './protocol.ts';

declare const self: ServiceWorkerGlobalScope;
declare const LIBRARY: Precache;

const { scope } = self.registration;
/** Other sites of the same host, or this one in another folder, have caches of their own. */
const CACHES = `library ${scope} `;
const CACHE = CACHES + LIBRARY.build;
/** Until pages of the old version have reloaded, they may still ask for its files. */
const GRACE_MS = 10_000;

const controller = new PrecacheController({ cacheName: CACHE });
controller.addToCacheList(LIBRARY.files);

let tidyFrom = 0;
let tidied = false;

self.addEventListener('install', (event) => {
  event.waitUntil(
    reuseUnchanged()
      .then(() => controller.install(event))
      .catch(async (error: unknown) => {
        await caches.delete(CACHE);
        throw error;
      }),
  );
});

self.addEventListener('activate', () => {
  tidyFrom = Date.now() + GRACE_MS;
});

self.addEventListener('message', (event) => {
  const message = event.data as Message;
  if (message.type === 'take-over') void self.skipWaiting();
  if (message.type === 'adopt' && message.files.every((url) => controller.getCacheKeyForURL(url))) {
    event.waitUntil(self.clients.claim());
  }
});

self.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate' && !tidied && Date.now() >= tidyFrom)
    event.waitUntil(tidy());
});

// `?q=` and `?hit=` are for the page's own script: the file is the same.
registerRoute(new PrecacheRoute(controller, { ignoreURLParametersMatching: [/./] }));

// A page of the version before, still open while this one took over, finds the scripts it was built with.
registerRoute(
  ({ request, url }) => !tidied && request.mode !== 'navigate' && url.href.startsWith(scope),
  async ({ request }) => (await fromOlderCache(request)) ?? fetch(request),
);

// An address that the library does not have: the host answers, or, offline, the library's own page does.
registerRoute(
  ({ request, url }) => request.mode === 'navigate' && url.href.startsWith(scope),
  ({ request }) => fetch(request),
);
setCatchHandler(async ({ request }) =>
  request.mode === 'navigate'
    ? Response.redirect(new URL('404.html', scope).href)
    : Response.error(),
);

/** Copies what did not change from the caches of other versions: same address, same revision, same bytes. */
async function reuseUnchanged(): Promise<void> {
  const mine = await caches.open(CACHE);
  for (const name of await otherCaches()) {
    const theirs = await caches.open(name);
    for (const request of await theirs.keys()) {
      if (!cacheKeys().has(request.url)) continue;
      const response = await theirs.match(request);
      if (response) await mine.put(request, response);
    }
  }
}

/** Deletes the caches of other versions, unless one of them is just coming in. */
async function tidy(): Promise<void> {
  const old = await otherCaches();
  if (self.registration.installing || self.registration.waiting) return;
  tidied = true;
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function fromOlderCache(request: Request): Promise<Response | undefined> {
  for (const name of await otherCaches()) {
    const response = await (await caches.open(name)).match(request, { ignoreSearch: true });
    if (response) return response;
  }
  return undefined;
}

async function otherCaches(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(CACHES) && name !== CACHE);
}

function cacheKeys(): Set<string> {
  return new Set(controller.getURLsToCacheKeys().values());
}
