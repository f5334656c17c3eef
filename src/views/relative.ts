/**
 * Astro writes the addresses of its own files from the root of the host (`/_astro/…`). Relative ones work in
 * any folder and from the file system.
 */
import { rootOf, sitePath } from './urls.ts';

const ASSET = /(\s(?:href|src)=")\/(?=_astro\/)/gu;

/**
 * @param page path of the page from the root of the site, `replies/2021-46.html`
 * @param html its source
 * @returns the source with relative addresses
 */
export const withRelativeAssets = (page: string, html: string): string =>
  html.replace(ASSET, `$1${rootOf(sitePath(page))}`);
