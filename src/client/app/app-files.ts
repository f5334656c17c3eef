/** What the build writes for the app: its service worker, with the list of the version that it serves, and its manifest. */
import { join } from 'node:path';
import { sha256 } from '../../content/read-entry.ts';
import type { LibraryConfig } from '../../library/schemas/library.ts';
import { bundleScript } from '../bundling/bundle.ts';
import { listOf, listPath, SHELL, type Edition, type ListedFile } from './protocol.ts';

export const SERVICE_WORKER = 'service-worker.js';
export const WEB_MANIFEST = 'manifest.webmanifest';

/** What is kept offline: pages and what they are made of; not the archive, nor what is taken away file by file. */
export const isKept = (path: string): boolean =>
  /\.html$|^(?:_astro|assets|icons|pagefind)\/|^manifest\.webmanifest$/u.test(path);

/** @returns the worker's code without its version; the same for every version of the site */
export const bundleServiceWorker = (): Promise<string> =>
  bundleScript(join(import.meta.dirname, 'service-worker.ts'));

/** Files of one list: few enough to be loaded with a page, many enough for the worker to name all lists. */
const FILES_OF_LIST = 128;

/**
 * @param bundle the worker's code
 * @param site every file of the site by its path, in any order
 * @returns the worker, its edition before its code, and the lists beside it, by their paths
 */
export function serviceWorker(
  bundle: string,
  site: Iterable<[string, ListedFile]>,
): Map<string, Uint8Array> {
  const kept = [...site]
    .filter(([path]) => isKept(path))
    .map(([path, { size, sha256 }]): [string, ListedFile] => [encodeURI(path), { size, sha256 }])
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const count = Math.ceil(kept.length / FILES_OF_LIST);
  const byList = Map.groupBy(kept, ([path]) => (SHELL.test(path) ? '' : listOf(path, count)));
  const lists = Array.from({ length: count }, (_, number): [string, Uint8Array] => [
    listPath(number),
    Buffer.from(JSON.stringify(Object.fromEntries(byList.get(listPath(number)) ?? []))),
  ]);
  const files = [
    ...(byList.get('') ?? []),
    ...lists.map(([path, bytes]) => [path, { size: bytes.length, sha256: sha256(bytes) }] as const),
  ];
  const bytes = kept.reduce((sum, [, { size }]) => sum + size, 0);
  const edition: Edition = {
    version: sha256(Buffer.from(JSON.stringify(files) + bundle)).slice(0, 16),
    files: Object.fromEntries(files),
    lists: count,
    count: kept.length,
    bytes,
  };
  const script = `const LIBRARY=${JSON.stringify(edition)};\n${bundle}`;
  return new Map([...lists, [SERVICE_WORKER, Buffer.from(script)]]);
}

/** @returns what a browser installs, as JSON. Every address is relative, so any folder will do. */
export function webManifest(config: LibraryConfig): string {
  const png = (file: string, size: number) => ({
    src: `icons/${file}`,
    sizes: `${size}x${size}`,
    type: 'image/png',
  });
  const manifest = {
    name: config.name,
    short_name: config.name.length > 12 ? '政策文库' : config.name,
    description: config.description,
    lang: config.language,
    start_url: 'index.html',
    // Keeps the browser's back button: this is a library to wander in.
    display: 'minimal-ui',
    theme_color: '#fbfaf6',
    background_color: '#fbfaf6',
    icons: [
      png('icon-192.png', 192),
      png('icon-512.png', 512),
      { ...png('maskable-512.png', 512), purpose: 'maskable' },
      { src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
    shortcuts: [{ name: '检索', url: 'search.html' }],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
