/** A large library: pages are kept as they are read, the whole only when asked; and a preview keeps nothing. */
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { deploy, makeVersion } from '../archive/versions.ts';
import { launchBrowser, serveApp, serveSite } from './site.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** Stated bytes that make the built site pass for a large one. */
const LARGE = 40_000_000;
const host = temporaryFolder('host-');
let versions: Record<'one' | 'two', string>;
let browser: Browser;

before(async () => {
  versions = { one: await makeVersion('one', LARGE), two: await makeVersion('two', LARGE) };
  cpSync(versions.one, host, { recursive: true });
  browser = await launchBrowser();
});
after(() => browser.close());

const versionOf = (page: Page): Promise<string> =>
  page.$eval('meta[name="version"]', (meta) => meta.getAttribute('content')!);
const keptPages = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let pages = 0;
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys())
        if (url.endsWith('.html')) pages++;
    return pages;
  });
const press = (page: Page, action: string): Promise<void> =>
  page.locator(`[data-keep-action="${action}"]:not([hidden])`).click();
/** Stops the keeping as soon as it is seen to begin, in the page itself: it may be done before a test hears of it. */
const stopOnceBegun = (page: Page): Promise<void> =>
  page.$eval('[data-keep-status]', (status) => {
    const stop = document.querySelector<HTMLButtonElement>('[data-keep-action="stop"]')!;
    const observer = new MutationObserver(() => {
      if (!status.textContent!.includes('正在存') || stop.hidden) return;
      observer.disconnect();
      setTimeout(() => stop.click());
    });
    observer.observe(document.body, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
/** Sends the worker these messages without waiting between them. @returns the choice that each answer tells */
const choicesAfter = (page: Page, ...types: string[]): Promise<string[]> =>
  page.evaluate(
    (all) =>
      Promise.all(
        all.map((type) => {
          const { port1, port2 } = new MessageChannel();
          navigator.serviceWorker.controller!.postMessage(type, [port2]);
          return new Promise<string>((resolve) => {
            port1.onmessage = ({ data }) => resolve((data as { choice: string }).choice);
          });
        }),
      ),
    types,
  );
const says = async (page: Page, ...words: string[]): Promise<void> =>
  void (await page.waitForFunction(
    (...texts) => {
      const said = document.querySelector('[data-keep-status]')!.textContent!;
      return texts.some((text) => said.includes(text));
    },
    { timeout: 60_000 },
    ...words,
  ));

test(
  'read pages are kept, the whole only when asked; it can be stopped, resumed and removed',
  { timeout: 200_000 },
  async (t) => {
    const served = await serveApp({ folder: host });
    t.after(() => served.close());
    const page = await (await browser.createBrowserContext()).newPage();
    await page.goto(`${served.url}index.html`);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.goto(`${served.url}replies.html`);
    await page.waitForNetworkIdle();
    assert.ok((await keptPages(page)) <= 5, 'no more than what was opened, and the shell');

    await page.goto(`${served.url}offline.html`);
    await says(page, '读过的网页');
    assert.equal(await page.$eval('[data-keep-status]', (p) => p.getAttribute('role')), 'status');
    await stopOnceBegun(page);
    await page.focus('[data-keep-action="keep"]');
    await page.keyboard.press('Enter');
    await says(page, '存了一部分');
    const stoppedAt = await keptPages(page);
    assert.deepEqual(await choicesAfter(page, 'more'), ['stop']);
    assert.deepEqual(
      await choicesAfter(page, 'keep', 'more', 'stop', 'more'),
      ['keep', 'keep', 'stop', 'stop'],
      'a step that a page asks for without knowing of the stop begins nothing anew',
    );
    await page.reload();
    await says(page, '存了一部分');
    await press(page, 'keep');
    await says(page, '正在存', '整个文库已存');
    await page.goto(`${served.url}about.html`);
    await page.waitForFunction(
      async (before) => {
        let pages = 0;
        for (const name of await caches.keys())
          pages += (await (await caches.open(name)).keys()).length;
        return pages > before;
      },
      { timeout: 60_000 },
      stoppedAt,
    );
    await page.goto(`${served.url}offline.html`);
    await says(page, '整个文库已存在这台设备上');
    assert.ok((await keptPages(page)) > 150);
    await press(page, 'remove');
    await says(page, '读过的网页');
    assert.ok((await keptPages(page)) <= 5);

    await page.goto(`${served.url}replies.html`);
    await page.waitForNetworkIdle();
    await served.close();
    const reply = await page.reload();
    assert.ok(reply!.fromServiceWorker());
    await page.goto(`${served.url}policies.html`);
    await page.waitForSelector('[data-keep-missing]:not([hidden])');
  },
);

test('what was read of one version is not mixed with another', { timeout: 200_000 }, async (t) => {
  const served = await serveApp({ folder: host });
  t.after(() => served.close());
  const page = await (await browser.createBrowserContext()).newPage();
  await page.goto(`${served.url}replies.html`);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  deploy(versions.two, host);
  await page.goto(`${served.url}about.html`);
  assert.equal(await versionOf(page), 'two', 'online, the host is shown');
  await page.waitForNetworkIdle();
  await served.close();
  await page.goto(`${served.url}replies.html`);
  assert.equal(await versionOf(page), 'one', 'offline, what was kept');
  await page.goto(`${served.url}about.html`);
  assert.match(
    page.url(),
    /offline\.html\?missing/u,
    'a page of the new version is not kept with the old',
  );
});

test('a preview shows what was just built, without a notice', { timeout: 200_000 }, async (t) => {
  deploy(versions.one, host);
  const served = await serveSite({ folder: host });
  t.after(() => served.close());
  const page = await (await browser.createBrowserContext()).newPage();
  await page.goto(`${served.url}index.html`, { waitUntil: 'networkidle0' });
  assert.equal(await versionOf(page), 'one');
  deploy(versions.two, host);
  await page.goto(`${served.url}index.html`, { waitUntil: 'networkidle0' });
  assert.equal(await versionOf(page), 'two');
  assert.equal(await page.$('.update-notice'), null);
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);
});
