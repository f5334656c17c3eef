/** `sitemap.xml` (sitemaps.org 0.9). It holds whole addresses only, and so is written only where there is one. */
import type { ValidLibrary } from '../../content/read-library.ts';
import { homePath, pagePath } from '../../views/urls.ts';
import { xml, XML_DECLARATION, xmlText } from '../markup.ts';
import { findablePages } from './pages.ts';

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/**
 * @param address the library's public address, ending in a slash
 * @returns a page's `lastmod` is the day that its entry states as `changed`, else as `added`; no other is known
 */
export function sitemap({ library }: ValidLibrary, address: string): string {
  const days = new Map(
    [...library.entries.values()].map(({ key, data }) => [
      pagePath(key),
      (data['changed'] ?? data['added']) as string | undefined,
    ]),
  );
  const urls = findablePages(library).map((page) => {
    const day = days.get(page);
    const loc = xml('loc', {}, xmlText(address + (page === homePath ? '' : page)));
    return `${xml('url', {}, loc + (day ? xml('lastmod', {}, day) : ''))}\n`;
  });
  return `${XML_DECLARATION}${xml('urlset', { xmlns: NAMESPACE }, `\n${urls.join('')}`)}\n`;
}

/** `robots.txt`: everything may be read; where the list of pages is. */
export const robots = (address: string | undefined): string =>
  `User-agent: *\nAllow: /\n${address ? `\nSitemap: ${address}sitemap.xml\n` : ''}`;
