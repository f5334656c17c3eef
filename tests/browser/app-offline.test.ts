/** After one visit the library is there without a network, whole; and where that cannot be, the site is just a site. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type { Served } from '../../src/commands/static-server.ts';
import { builtPages, onePageOfEachKind } from '../site/built-pages.ts';
import { launchBrowser, serveApp, serveSite } from './site.ts';

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

const query = `search.html?q=${encodeURIComponent('七个一')}`;

async function watched(complaints: string[]): Promise<Page> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${String(error)}`));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type()))
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  return page;
}

/** Titles, addresses and sentences that the search page shows, in order. */
async function results(page: Page): Promise<string[]> {
  await page.waitForSelector('.result mark', { timeout: 60_000 });
  return page.$$eval('.result', (items) =>
    items.map((item) => `${item.textContent} ${item.querySelector('a')!.getAttribute('href')}`),
  );
}

for (const base of ['/', '/gov/library/']) {
  test(`offline after one visit, under ${base}`, { timeout: 120_000 }, async (t) => {
    const complaints: string[] = [];
    const page = await watched(complaints);
    const served = await serveApp({ base });
    t.after(() => served.close());
    await page.goto(`${served.url}${query}`);
    const online = await results(page);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, {
      timeout: 60_000,
    });
    await served.close();

    assert.deepEqual(await kept(page, served), [], 'the zip is kept');
    await page.goto(served.url);
    assert.equal(await page.$eval('h1', (heading) => heading.isConnected), true);
    const paths = builtPages().map(({ path }) => path);
    // The host is gone: one page of each kind is opened, and every page asked for.
    for (const path of onePageOfEachKind(paths)) {
      const response = await page.goto(served.url + path, { waitUntil: 'load' });
      assert.ok(response!.fromServiceWorker(), path);
    }
    assert.deepEqual(await missing(page, served.url, paths), []);
    await page.goto(`${served.url}${query}`);
    assert.deepEqual(await results(page), online);
    assert.deepEqual(complaints, []);

    await page.goto(`${served.url}no/such/page.html`);
    assert.equal(page.url(), `${served.url}404.html`);
    await page.browserContext().close();
  });
}

/** Pages that cannot be had from where the page is now. */
function missing(page: Page, root: string, paths: string[]): Promise<string[]> {
  return page.evaluate(
    async (at, all) => {
      const found = await Promise.all(
        all.map((path) =>
          fetch(at + path).then(
            (response) => response.ok,
            () => false,
          ),
        ),
      );
      return all.filter((_, i) => !found[i]);
    },
    root,
    paths,
  );
}

/** What the caches hold that they should not. */
function kept(page: Page, served: Served): Promise<string[]> {
  return page.evaluate(async (root) => {
    const urls: string[] = [];
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) urls.push(request.url);
    }
    return urls.filter((url) => url.startsWith(`${root}downloads/`) || url.includes('_headers'));
  }, served.url);
}

test('the browser finds the manifest and its icons, and could install the app', async (t) => {
  const page = await watched([]);
  const served = await serveSite({ base: '/library/' });
  t.after(() => served.close());
  await page.goto(served.url, { waitUntil: 'load' });
  const session = await page.createCDPSession();
  const { errors, data, url } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  assert.equal(url, `${served.url}manifest.webmanifest`);
  const manifest = JSON.parse(data!) as { icons: { src: string }[]; start_url: string };
  for (const file of [...manifest.icons.map(({ src }) => src), manifest.start_url]) {
    assert.equal((await fetch(served.url + file)).status, 200, file);
  }
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A test runs in a private window, where nothing installs.
  assert.deepEqual(
    installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'),
    [],
  );
  await page.browserContext().close();
});

const refusals: [name: string, refuse: () => void][] = [
  ['no service workers', () => void Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')],
  [
    'storage denied',
    () => {
      const denied = {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      };
      for (const [of, name] of [
        [Navigator.prototype, 'serviceWorker'],
        [globalThis, 'caches'],
        [globalThis, 'localStorage'],
        [globalThis, 'sessionStorage'],
        [globalThis, 'indexedDB'],
      ] as const) {
        Object.defineProperty(of, name, denied);
      }
    },
  ],
];
for (const [name, refuse] of refusals) {
  test(`${name}: everything is read and found all the same, and nothing complains`, async (t) => {
    const complaints: string[] = [];
    const page = await watched(complaints);
    const served = await serveSite();
    t.after(() => served.close());
    await page.evaluateOnNewDocument(refuse);
    for (const path of ['index.html', 'replies.html', 'offline.html']) {
      await page.goto(served.url + path, { waitUntil: 'load' });
      assert.ok(await page.$('main h1'));
    }
    await page.goto(`${served.url}${query}`);
    assert.ok((await results(page)).length > 0);
    assert.deepEqual(complaints, []);
    await page.browserContext().close();
  });
}

test('with scripts off every page reads', async (t) => {
  const page = await watched([]);
  const served = await serveSite();
  t.after(() => served.close());
  await page.setJavaScriptEnabled(false);
  const [reply] = builtPages().filter(({ path }) => path.startsWith('replies/'));
  await page.goto(served.url + reply!.path);
  assert.ok((await page.$eval('main', (main) => (main as HTMLElement).innerText)).length > 500);
  await page.browserContext().close();
});
