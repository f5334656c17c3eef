/** Addresses of pages for those who read them elsewhere: whole where the library has one, else relative. */
import { href, homePath, type SitePath } from '../../views/urls.ts';

/**
 * @param address the library's public address, ending in a slash
 * @param from the page that says it
 * @param to the file that is meant
 */
export function addressFor(address: string | undefined, from: SitePath, to: SitePath): string {
  if (!address) return href(from, to);
  return address + (to === homePath ? '' : to);
}
