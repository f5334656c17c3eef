/** Entries that were renamed: their old addresses lead to the new ones. */
import type { ValidLibrary } from '../content/read-library.ts';
import { formerKeys, type FormerKey } from '../library/checks/addresses.ts';
import { href, pagePath } from '../views/urls.ts';
import { htmlPage, markup } from './markup.ts';

/**
 * @param former an address that an entry had
 * @returns a page that says where it went, and leads there; it works without scripts and without a server
 */
export function formerPage({ config }: ValidLibrary, { key, entry }: FormerKey): string {
  const to = href(pagePath(key), pagePath(entry.key));
  const canonical = config.address ? config.address + pagePath(entry.key) : to;
  const head = markup`<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${to}">
<link rel="canonical" href="${canonical}">`;
  const main = markup`<main data-editorial data-unindexed>
<p>这一页换了地址：<a href="${to}">${entry.title}</a></p>
</main>`;
  return htmlPage(config.language, entry.title, head, main);
}

/** `_redirects`, for hosts that read it (Cloudflare Pages, Netlify), others have the pages; empty where nothing was renamed. */
export function redirects({ library, config }: ValidLibrary): string {
  const base = config.address ? new URL(config.address).pathname : '/';
  return formerKeys(library)
    .map(({ key, entry }) => `${base}${pagePath(key)} ${base}${pagePath(entry.key)} 301\n`)
    .join('');
}
