/** What the build writes for the app: its service worker, with the list of the version that it serves, and its manifest. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { LibraryConfig } from '../../library/schemas/library.ts';
import { bundleScript } from '../bundling/bundle.ts';
import type { Edition, ListedFile } from './protocol.ts';

export const SERVICE_WORKER = 'service-worker.js';
export const WEB_MANIFEST = 'manifest.webmanifest';

/** What is kept offline: pages and what they are made of; not the archive, nor what is taken away file by file. */
export const isKept = (path: string): boolean =>
  /\.html$|^(?:_astro|assets|icons|pagefind)\/|^manifest\.webmanifest$/u.test(path);

/** @returns the worker's code without its version; the same for every version of the site */
export const bundleServiceWorker = (): Promise<string> =>
  bundleScript(join(import.meta.dirname, 'service-worker.ts'));

/**
 * @param bundle the worker's code
 * @param site every file of the site by its path, in any order
 * @returns the script: its version, then the code
 */
export function serviceWorker(bundle: string, site: Iterable<[string, ListedFile]>): string {
  const files = [...site]
    .filter(([path]) => isKept(path))
    .map(([path, { size, sha256 }]): [string, ListedFile] => [encodeURI(path), { size, sha256 }])
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const hash = createHash('sha256').update(JSON.stringify(files)).update(bundle).digest('hex');
  const edition: Edition = { version: hash.slice(0, 16), files: Object.fromEntries(files) };
  return `const LIBRARY=${JSON.stringify(edition)};\n${bundle}`;
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
