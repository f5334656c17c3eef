/** The site works in any folder of a host, and from the file system. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { builtSite, launchBrowser, serveSite } from './site.ts';

/** Follows links from the home page to an entry and looks whether it is dressed. */
async function walk(page: Page, home: string, root: string): Promise<void> {
  const failed: string[] = [];
  page.on('requestfailed', (request) => failed.push(request.url()));
  page.on('response', (response) => {
    if (!response.ok() && response.status() !== 304 && response.status() !== 0)
      failed.push(response.url());
  });
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
  assert.deepEqual(failed, []);
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
    await walk(page, url, url);
    await close();
  }));

test('from file://', () =>
  withPage((page) => {
    const root = pathToFileURL(`${builtSite}/`).href;
    return walk(page, pathToFileURL(join(builtSite, 'index.html')).href, root);
  }));
