/**
 * Makes the built pages portable: the addresses that Astro writes from the root of the host
 * (`/_astro/…`) become relative, so that the site works in any folder and from the file system.
 */
import type { AstroIntegration } from 'astro';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { notFoundPath, rootOf, sitePath } from '../site/urls.ts';
import { withRootedLinks } from './rooted.ts';

const ASSET = /(\s(?:href|src)=")\/(?=_astro\/)/gu;

/**
 * @param page path of the page from the root of the site
 * @param html its source
 * @returns the source with relative addresses
 */
const withRelativeAssets = (page: string, html: string): string =>
  html.replace(ASSET, `$1${rootOf(sitePath(page))}`);

/**
 * @param address tells the library's public address, where it has one: the page for a missing address
 *   then works at any depth there
 */
export function portable(address: () => string | undefined): AstroIntegration {
  return {
    name: 'portable',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(root, { recursive: true });
        const home = address();
        const base = home && new URL(home).pathname;
        const pages = files.filter((file) => file.endsWith('.html'));
        for (const page of pages) {
          const path = join(root, page);
          const html = await readFile(path, 'utf8');
          const relative = withRelativeAssets(page.replaceAll(sep, '/'), html);
          const rooted = base && page === notFoundPath;
          await writeFile(path, rooted ? withRootedLinks(relative, base) : relative);
        }
      },
    },
  };
}
