/**
 * The archive opened by a double-click: no server, no network, from a folder whose path holds spaces and Chinese
 * characters, in Chromium and in Firefox. What it shows and finds is what the site online shows and finds.
 */
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { listFiles } from '../../src/exports/archive/files.ts';
import { unpackArchive } from '../archive/unpacked.ts';
import { onePageOfEachKind } from '../site/built-pages.ts';
import { launchBrowser, serveSite } from './site.ts';

const QUERIES = [
  '七个一',
  '253',
  '0272',
  '小巨人',
  '常办电〔2021〕39号',
  '集群 培育',
  '一',
  '不存在的这句话',
  '第',
  '特钢材料 大数据',
  '産業鏈',
];
/** What a first search may load, all in all; how long that takes is measured by `npm run bench:file`. */
const FIRST_SEARCH = { files: 30, bytes: 256 * 1024 };

const root = unpackArchive();
const at = (path: string): string => pathToFileURL(join(root, path)).href;
const searchFor = (site: string, query: string): string =>
  `${site}search.html?q=${encodeURIComponent(query)}`;

interface Shown {
  status: string;
  results: string[];
}

/** What the search page shows for a query, addresses from the site's root. */
async function search(page: Page, site: string, query: string): Promise<Shown> {
  await page.goto(searchFor(site, query));
  await page.waitForFunction(
    () =>
      document.querySelector('[data-search-results] .result') ??
      document.querySelector('[data-search-apart]')?.firstElementChild,
    { timeout: 60_000 },
  );
  return page.evaluate((from) => {
    const status = document.querySelector('[data-search-status]')!.textContent!;
    const results = [...document.querySelectorAll('.result')].map((item) => {
      const address = item.querySelector('a')!.href.replace(from, '');
      return `${address} ${item.textContent}`;
    });
    return { status, results };
  }, site);
}

const online = new Map<string, Shown>();
before(async () => {
  const served = await serveSite();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    for (const query of QUERIES) online.set(query, await search(page, served.url, query));
  } finally {
    await browser.close();
    await served.close();
  }
});

for (const name of ['chromium', 'firefox'] as const) {
  describe(`from file:// in ${name}`, () => {
    let browser: Browser;
    let page: Page;
    const complaints: string[] = [];
    const elsewhere: string[] = [];

    /** A tab that keeps what its pages complain of, and what they ask of any network. */
    async function openTab(): Promise<Page> {
      const tab = await browser.newPage();
      tab.on('pageerror', (error) => complaints.push(`${tab.url()}: ${String(error)}`));
      tab.on('console', (message) => {
        if (['error', 'warn'].includes(message.type()))
          complaints.push(`${tab.url()}: ${message.text()}`);
      });
      tab.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
      tab.on('request', (request) => {
        if (!/^(file|data):/.test(request.url())) elsewhere.push(request.url());
      });
      return tab;
    }

    before(async () => {
      browser = await launchBrowser(name);
      page = await openTab();
    });
    after(() => browser.close());

    test('the first page opens the library with one click', async () => {
      await page.goto(at('说明.html'));
      await Promise.all([page.waitForNavigation(), page.click('a[href="data/site/index.html"]')]);
      assert.equal(page.url(), at('data/site/index.html'));
      assert.ok(await page.$('main h1'));
    });

    test('every page has its styles and pictures', { timeout: 240_000 }, async () => {
      const bare: string[] = [];
      const all = listFiles(join(root, 'data/site')).filter((file) => file.endsWith('.html'));
      // Addresses are resolved alike in every engine: one opens all pages, the other one of each kind.
      const paths = name === 'chromium' ? all : onePageOfEachKind(all);
      const visit = async (tab: Page): Promise<void> => {
        for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
          await tab.goto(at(`data/site/${path}`), { waitUntil: 'load' });
          const whole = await tab.evaluate(
            () =>
              getComputedStyle(document.documentElement).getPropertyValue('--paper') !== '' &&
              [...document.images].every((image) => image.naturalWidth > 0),
          );
          if (!whole) bare.push(path);
        }
      };
      const second = await openTab();
      await Promise.all([page, second].map(visit));
      await second.close();
      await page.bringToFront();
      assert.deepEqual(bare, []);
    });

    test('search finds what it finds online, in the same order', { timeout: 120_000 }, async () => {
      for (const query of QUERIES) {
        assert.deepEqual(await search(page, at('data/site/'), query), online.get(query), query);
      }
      assert.ok(online.get('七个一')!.results.length > 0);
    });

    test('a first search loads few files and few bytes, and few chunks of the index', async () => {
      const tab = await openTab();
      // Firefox tells a test nothing of requests for files: the page tells of what has loaded in it.
      await tab.evaluateOnNewDocument(() => {
        const urls: string[] = [];
        Object.assign(window, { loaded: urls });
        const keep = ({ target }: Event): void => {
          const { src, href } = target as HTMLScriptElement & HTMLLinkElement;
          if (src || href) urls.push(src || href);
        };
        document.addEventListener('load', keep, true);
      });
      await search(tab, at('data/site/'), '七个一');
      const elements = await tab.evaluate(() => (window as unknown as { loaded: string[] }).loaded);
      const loaded = new Set([at('data/site/search.html'), ...elements]);
      await tab.close();
      const bytes = [...loaded].reduce((sum, url) => sum + statSync(fileURLToPath(url)).size, 0);
      const said = [...loaded, `${loaded.size} files, ${bytes} bytes`].join('\n');
      const has = (part: string) => [...loaded].filter((url) => url.includes(part)).length;
      for (const part of ['search.', 'engine.', '.css', '.pf_index', '.pf_text'])
        assert.ok(has(part) > 0, `${part} is not counted: ${said}`);
      assert.ok(loaded.size <= FIRST_SEARCH.files, said);
      assert.ok(bytes <= FIRST_SEARCH.bytes, said);
      const chunks = listFiles(join(root, 'data/site/pagefind/index')).filter((file) =>
        file.endsWith('.js'),
      );
      assert.ok(has('.pf_index') * 10 < chunks.length, `${has('.pf_index')} of ${chunks.length}`);
    });

    test('a result leads to its paragraph, and the words are marked there', async () => {
      await page.goto(searchFor(at('data/site/'), '七个一'));
      const link = await page.waitForSelector('.result a[href*="replies/"], .result a');
      await Promise.all([page.waitForNavigation(), link!.click()]);
      assert.match(page.url(), /^file:.*\/data\/site\/.*[?]hit=/);
      await page.waitForFunction(
        () =>
          (CSS as unknown as { highlights?: Map<string, unknown> }).highlights?.size ||
          document.querySelector('main mark'),
        { timeout: 60_000 },
      );
    });

    test('the service worker and the manifest stay out of the way', async () => {
      await page.goto(at('data/site/index.html'), { waitUntil: 'load' });
      assert.equal(await page.$('link[rel="manifest"]'), null);
      assert.equal(await page.$('.update-notice'), null);
    });

    test('nothing was asked of any network, and nothing complained', () => {
      assert.deepEqual(elsewhere, []);
      assert.deepEqual(complaints, []);
    });
  });
}
