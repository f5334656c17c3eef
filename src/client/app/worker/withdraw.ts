/** On a preview's address: whatever an earlier worker kept goes, and the open pages are loaded as they were just built. */
/// <reference lib="webworker" />
import { CACHES } from './edition.ts';

declare const self: ServiceWorkerGlobalScope;

export async function withdraw(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHES));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.clients.claim();
  await self.registration.unregister();
  const pages = await self.clients.matchAll({ type: 'window' });
  await Promise.all(pages.map((page) => page.navigate(page.url)));
}
