/** The version that this worker serves: its cache, and the list of its files, loaded part by part. */
/// <reference lib="webworker" />
import { PARTS_FOLDER, partOf, type Edition, type ListedFile } from '../protocol.ts';

declare const self: ServiceWorkerGlobalScope;
declare const LIBRARY: Edition;

export const edition = LIBRARY;
export const { scope } = self.registration;
/** Other sites of the same host, or this one in another folder, have caches of their own. */
export const CACHES = `library ${scope} `;
export const CACHE = CACHES + edition.build;

const shell = new Map(edition.shell.map((file) => [file.url, file]));
const parts = new Map<number, Promise<Map<string, ListedFile>>>();

/** @returns the address from the site's root, without query and fragment; nothing outside the site */
export function pathOf(url: string): string | undefined {
  if (!url.startsWith(scope)) return undefined;
  const path = url.slice(scope.length).replace(/[?#].*$/s, '');
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** Throws when the part of the list cannot be had as this version has it. */
export async function fileAt(path: string): Promise<ListedFile | undefined> {
  return shell.get(path) ?? (await part(partOf(path, edition.parts.length))).get(path);
}

/** Every file of this version. Throws when the list cannot be had. */
export async function allFiles(): Promise<ListedFile[]> {
  const lists = await Promise.all(edition.parts.map((_, at) => part(at)));
  return lists.flatMap((list) => [...list.values()]);
}

function part(at: number): Promise<Map<string, ListedFile>> {
  let list = parts.get(at);
  if (!list) {
    parts.set(at, (list = loadPart(at)));
    list.catch(() => parts.delete(at));
  }
  return list;
}

async function loadPart(at: number): Promise<Map<string, ListedFile>> {
  const url = `${scope}${PARTS_FOLDER}${at}.json`;
  const cache = await caches.open(CACHE);
  let response = await cache.match(url);
  if (!response) {
    response = await fetch(url, { integrity: edition.parts[at]!, cache: 'no-cache' });
    await cache.put(url, response.clone());
  }
  const files = (await response.json()) as ListedFile[];
  return new Map(files.map((file) => [file.url, file]));
}

/** The caches of other versions of this site. */
export async function otherCaches(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(CACHES) && name !== CACHE);
}
