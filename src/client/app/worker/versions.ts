/** From one version to the next: what the new one takes over, and when the old ones go. */
/// <reference lib="webworker" />
import type { ListedFile } from '../protocol.ts';
import { readChoice, writeChoice } from './choice.ts';
import { allFiles, CACHE, edition, fileAt, otherCaches, pathOf, scope } from './edition.ts';
import { isFullyCached, keepFiles, missingFiles } from './keep.ts';

declare const self: ServiceWorkerGlobalScope;

/** A new version may fetch so much of what the reader kept of the old one, unasked. */
const UNASKED_BYTES = 3_000_000;

let tidied = false;
export const isTidied = (): boolean => tidied;

/** Fills the cache of this version, or leaves nothing of it. */
export async function install(): Promise<void> {
  try {
    await keepFiles(edition.shell);
    if (edition.byItself && !savesData() && (await readChoice()) !== 'removed') {
      await keepFiles(await allFiles());
      await missingFiles();
    } else await carryOver();
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

/** What was kept of another version is kept of this one too: copied where it did not change, fetched where it did. */
async function carryOver(): Promise<void> {
  const files = new Map<string, ListedFile>();
  for (const name of await otherCaches()) {
    for (const { url } of await (await caches.open(name)).keys()) {
      const path = pathOf(url);
      const file = path && (await fileAt(path));
      if (file) files.set(file.url, file);
    }
  }
  const kept = [...files.values()];
  if (kept.length === 0) return;
  await keepFiles(kept, false);
  const here = new Set((await (await caches.open(CACHE)).keys()).map(({ url }) => url));
  const changed = kept.filter(({ url }) => !here.has(scope + url));
  const bytes = changed.reduce((sum, { size }) => sum + size, 0);
  if (bytes <= UNASKED_BYTES && !savesData()) await keepFiles(changed);
  if (kept.length === edition.files) await missingFiles();
}

/** A library that was whole and no longer is waits to be asked for the rest. */
export async function afterTakingOver(): Promise<void> {
  if ((await readChoice()) === 'keep' && !(await isFullyCached())) await writeChoice('stopped');
}

/** Deletes the caches of other versions, unless one of them is just coming in. */
export async function tidy(): Promise<void> {
  const old = await otherCaches();
  if (self.registration.installing || self.registration.waiting) return;
  tidied = true;
  await Promise.all(old.map((name) => caches.delete(name)));
}

export async function fromOlderCache(url: string): Promise<Response | undefined> {
  for (const name of await otherCaches()) {
    const response = await (await caches.open(name)).match(url, { ignoreSearch: true });
    if (response) return response;
  }
  return undefined;
}

function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
