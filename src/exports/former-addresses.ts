/** Entries that were renamed: their old addresses lead to the new ones. */
import { formerKeys, type FormerKey } from '../library/checks/addresses.ts';
import type { ValidLibrary } from '../content/read-library.ts';
import { CONTENT_SECURITY_POLICY } from '../views/content-security-policy.ts';
import { escapeText } from '../views/rendering/html.ts';
import { href, pagePath } from '../views/urls.ts';

/**
 * @param former an address that an entry had
 * @returns a page that says where it went, and leads there; it works without scripts and without a server
 */
export function formerPage({ config }: ValidLibrary, { key, entry }: FormerKey): string {
  const to = escapeText(href(pagePath(key), pagePath(entry.key)));
  const canonical = escapeText(config.address ? config.address + pagePath(entry.key) : to);
  const title = escapeText(entry.title);
  return `<!doctype html>
<html lang="${escapeText(config.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${to}">
<link rel="canonical" href="${canonical}">
<title>${title}</title>
</head>
<body>
<main data-editorial data-unindexed>
<p>这一页换了地址：<a href="${to}">${title}</a></p>
</main>
</body>
</html>
`;
}

/** `_redirects`, for hosts that read it (Cloudflare Pages, Netlify), others have the pages; empty where nothing was renamed. */
export function redirects({ library, config }: ValidLibrary): string {
  const base = config.address ? new URL(config.address).pathname : '/';
  return formerKeys(library)
    .map(({ key, entry }) => `${base}${pagePath(key)} ${base}${pagePath(entry.key)} 301\n`)
    .join('');
}
