/** What a page asks for and does not get. */
import type { Page } from 'puppeteer-core';

/**
 * Watches the requests of a page.
 * @returns the addresses that it asked for and never got, as they are at the time of reading. Under load Chromium gives
 *   up a request that it made ahead of need (`net::ERR_ABORTED`) and makes it again: that one counts as got.
 */
export function watchRequests(page: Page): ReadonlySet<string> {
  const missing = new Set<string>();
  page.on('requestfailed', (request) => missing.add(request.url()));
  page.on('requestfinished', (request) => {
    const response = request.response();
    // From `file://` an answer has no status.
    const got = response?.ok() || [0, 304].includes(response?.status() ?? 0);
    if (got) missing.delete(request.url());
    else missing.add(request.url());
  });
  return missing;
}
