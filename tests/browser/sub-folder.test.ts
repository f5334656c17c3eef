/** The site works in any folder of a host, and from the file system. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { watchRequests } from './requests.ts';
import { builtSite, launchBrowser, serveSite } from './site.ts';

/** Follows links from the home page to an entry and looks whether it is dressed. */
async function walk(page: Page, home: string, root: string): Promise<void> {
  const missing = watchRequests(page);
  await page.goto(home, { waitUntil: 'load' });
  for (const part of ['replies/2021-46.html', 'clusters/', 'policies/']) {
    await page.locator(`main a[href*="${part}"]`).click();
    await page.waitForFunction((p) => location.href.includes(p), {}, part);
    await page.waitForFunction(() => document.readyState === 'complete');
  }
  assert.ok(page.url().startsWith(root));
  const face = await page.evaluate(
    () => getComputedStyle(document.querySelector('h1')!).fontFamily,
  );
  assert.match(face, /serif/iu);
  assert.deepEqual([...missing], []);
}

const withPage = async (use: (page: Page) => Promise<void>): Promise<void> => {
  const browser: Browser = await launchBrowser();
  try {
    await use(await browser.newPage());
  } finally {
    await browser.close();
  }
};

test('under /a/b/', () =>
  withPage(async (page) => {
    const { url, close } = await serveSite({ base: '/a/b/' });
    try {
      await walk(page, url, url);
    } finally {
      await close();
    }
  }));

test('from file://', () =>
  withPage((page) => {
    const root = pathToFileURL(`${builtSite}/`).href;
    return walk(page, pathToFileURL(join(builtSite, 'index.html')).href, root);
  }));
