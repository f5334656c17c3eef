/**
 * Keeps the library for reading without a network. One version of the site is one cache, named by the hash of its
 * files, and every file in it has the checksum that the version's list gives:
 * - pages are kept as they are read; the whole library at once where it is small, or where the reader asks for it;
 * - a host that changes in the middle of a download, or a proxy that rewrites pages, makes an install fail as a whole,
 *   and the old version stays as it was;
 * - a new version waits until the reader asks for it (`take-over`) or has closed the library.
 * Built into one classic script by service-worker-files.ts, which puts `LIBRARY` before it.
 */
/// <reference lib="webworker" />
import { isPreview, type Message } from '../protocol.ts';
import { answerKeeping, install, takeOver } from './keeping.ts';
import {
  cacheNames,
  fileAt,
  isFullyCached,
  isKept,
  keepAnswer,
  keepFiles,
  keptFile,
  pathOf,
  scope,
} from './kept-files.ts';

declare const self: ServiceWorkerGlobalScope;

/** Named by their content: whoever asks for one means exactly these bytes. */
const BY_CONTENT = /^(assets|_astro)\/|\.pf_\w+$/;
/** With a kept page at hand, a network that says nothing is waited for no longer. */
const PATIENCE_MS = 5000;
const preview = isPreview(self.location.hostname);

self.addEventListener('install', (event) => {
  event.waitUntil(preview ? self.skipWaiting() : install());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(preview ? withdraw() : takeOver());
});

self.addEventListener('message', (event) => {
  const message = event.data as Message;
  if (message.type === 'take-over') void self.skipWaiting();
  else if (message.type === 'adopt') event.waitUntil(adopt(message).catch(() => {}));
  else {
    const said = answerKeeping(message.type).then((status) => event.ports[0]?.postMessage(status));
    event.waitUntil(said.catch(() => {}));
  }
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  if (preview || path === undefined || request.method !== 'GET') return;
  if (path.startsWith('downloads/') || request.headers.has('range')) return;
  event.respondWith(answer(event, path));
});

/**
 * A whole version answers by itself, so that all its pages are of one version. Otherwise the host does, for as long as
 * it can be reached and is not out of order, and what was kept, all of one version, when it cannot.
 */
async function answer(event: FetchEvent, path: string): Promise<Response> {
  const { request } = event;
  const kept = await isKept(path);
  if (kept && (BY_CONTENT.test(path) || (await isFullyCached()))) {
    const file = await keptFile(path);
    if (file) return file;
  }
  const response = await (kept ? inTime(request) : fetch(request)).catch(() => undefined);
  if (response && response.status < 500) {
    event.waitUntil(keepAnswer(path, response.clone()).catch(() => {}));
    return response;
  }
  const file = kept ? await keptFile(path) : undefined;
  if (file ?? response) return (file ?? response)!;
  if (request.mode !== 'navigate') return Response.error();
  const page = (await isFullyCached()) ? '404.html' : 'offline.html?missing';
  return Response.redirect(scope + page);
}

async function inTime(request: Request): Promise<Response> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS),
  );
  return Promise.race([fetch(request), late]);
}

/** The first page and its files are kept and served from now on, if they are of this version. */
async function adopt({ page, files }: Message & { type: 'adopt' }): Promise<void> {
  const paths = [page, ...files].map((url) => pathOf(url) ?? '');
  const listed = await Promise.all(paths.map((path) => fileAt(path)));
  const known = listed.filter((file) => file !== undefined);
  if (known.length < listed.length) return;
  await keepFiles(known);
  await self.clients.claim();
}

/** On a preview's address: whatever an earlier worker kept goes, and the open pages are loaded as they were just built. */
async function withdraw(): Promise<void> {
  await Promise.all((await cacheNames()).map((name) => caches.delete(name)));
  await self.clients.claim();
  await self.registration.unregister();
  const pages = await self.clients.matchAll({ type: 'window' });
  await Promise.all(pages.map((page) => page.navigate(page.url)));
}
