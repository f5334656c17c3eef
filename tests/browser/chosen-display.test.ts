/** What readers have chosen in their system: colours of their own, in which no state may vanish; less motion. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import type { Served } from '../../src/commands/static-server.ts';
import { launchBrowser, serveSite } from './site.ts';

let served: Served;
let browser: Browser;
let page: Page;
let session: CDPSession;

before(async () => {
  [served, browser] = await Promise.all([serveSite(), launchBrowser()]);
  page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  session = await page.createCDPSession();
});
after(async () => {
  await browser.close();
  await served.close();
});

async function open(path: string, feature: string, value: string): Promise<void> {
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: feature, value }] });
  await page.goto(served.url + path, { waitUntil: 'load' });
}

/** One property of the first element that a selector names, as the browser computed it. */
const styleOf = (selector: string, property: string): Promise<string> =>
  page.$eval(selector, (e, name) => getComputedStyle(e).getPropertyValue(name), property);

test("in a reader's own colours the checked filter is told from the others", async () => {
  await open('awards.html', 'forced-colors', 'active');
  assert.equal(await styleOf('.filters label:has(:checked)', 'outline-style'), 'solid');
  assert.equal(await styleOf('.filters label:not(:has(:checked))', 'outline-style'), 'none');
});

test("in a reader's own colours the current place is told from the others", async () => {
  await open('awards.html', 'forced-colors', 'active');
  assert.equal(await styleOf('.site-nav [aria-current]', 'text-decoration-line'), 'underline');
  assert.equal(await styleOf('.site-nav a:not([aria-current])', 'text-decoration-line'), 'none');
});

test("in a reader's own colours what was washed has an edge, and the marked words a colour", async () => {
  await open('policies/star-city-policies.html', 'forced-colors', 'active');
  assert.notEqual(await styleOf('.own-facts li', 'outline-color'), 'rgba(0, 0, 0, 0)');
  assert.notEqual(
    await styleOf('.quotation mark', 'background-color'),
    await styleOf('body', 'background-color'),
  );
});

test('nothing moves where a reader wants less motion, a preview neither', async () => {
  await open('replies/2021-46.html', 'prefers-reduced-motion', 'reduce');
  await page.hover('article a.mention');
  await page.waitForSelector('.preview');
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
});

test('the clusters of a tier stand beside its size, on the front page and on their list', async () => {
  for (const path of ['index.html', 'clusters.html']) {
    await open(path, 'forced-colors', 'none');
    const [size, clusters] = await page.$eval('.tiers > div', (tier) =>
      ['dt', 'dd'].map((name) => tier.querySelector(name)!.getBoundingClientRect().toJSON()),
    );
    assert.ok(clusters.left >= size.right && clusters.top < size.bottom, path);
  }
});
