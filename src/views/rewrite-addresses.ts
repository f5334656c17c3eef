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

/**
 * The page for a missing address is shown at addresses of any depth, where relative links would lead
 * astray: its links are written from the root of the host instead.
 */
const LINK = /(\s(?:href|src|action)=")(?![a-z][a-z0-9+.-]*:|[#/])/giu;

/**
 * @param html a page of the site's root folder
 * @param base path of the site on its host, `/` or `/library/`
 * @returns the page with links that begin with `base`
 */
export const withRootedLinks = (html: string, base: string): string =>
  html.replace(LINK, `$1${base}`).replace(/(<html[^>]*\sdata-root=")(?=")/u, `$1${base}`);
