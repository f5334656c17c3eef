/**
 * Keeps the library for reading without a network. One version of the site is one cache, named by the hash of its
 * files, and every file in it has the checksum that the version's list gives:
 * - pages are kept as they are read; the whole library at once where it is small, or where the reader asks for it;
 * - a host that changes in the middle of a download, or a proxy that rewrites pages, makes an install fail as a whole,
 *   and the old version stays as it was;
 * - a new version waits until the reader asks for it (`take-over`) or has closed the library;
 * - caches of older versions go when a page is next opened and no version is on its way in.
 * Built into one classic script by build-service-worker.ts, which puts `LIBRARY` before it.
 */
/// <reference lib="webworker" />
import { isPreview } from '../preview-host.ts';
import type { Message } from '../protocol.ts';
import { answer } from './answer.ts';
import { fileAt, pathOf } from './edition.ts';
import { keepFiles } from './keep.ts';
import { answerKeeping } from './library-keeping.ts';
import { withdraw } from './withdraw.ts';
import { afterTakingOver, install, tidy, isTidied } from './versions.ts';

declare const self: ServiceWorkerGlobalScope;

/** Until pages of the old version have reloaded, they may still ask for its files. */
const GRACE_MS = 10_000;
const preview = isPreview(self.location.hostname);
let tidyFrom = 0;

self.addEventListener('install', (event) => {
  event.waitUntil(preview ? self.skipWaiting() : install());
});

self.addEventListener('activate', (event) => {
  tidyFrom = Date.now() + GRACE_MS;
  event.waitUntil(preview ? withdraw() : afterTakingOver());
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

/** The first page and its files are kept and served from now on, if they are of this version. */
async function adopt({ page, files }: Message & { type: 'adopt' }): Promise<void> {
  const paths = [page, ...files].map((url) => pathOf(url) ?? '');
  const listed = await Promise.all(paths.map((path) => fileAt(path)));
  const known = listed.filter((file) => file !== undefined);
  if (known.length < listed.length) return;
  await keepFiles(known);
  await self.clients.claim();
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  if (preview || path === undefined || request.method !== 'GET') return;
  if (path.startsWith('downloads/') || request.headers.has('range')) return;
  if (request.mode === 'navigate' && !isTidied() && Date.now() >= tidyFrom) event.waitUntil(tidy());
  event.respondWith(answer(event, path));
});
