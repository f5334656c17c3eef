import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { outcome, results, searchFor, stage, type Stage } from '../search-fixtures/browser.ts';

let site: Stage;
before(async () => void (site = await stage()));
after(() => site.close());

const files = [
  'pagefind-entry.json',
  'library.json',
  'wasm.unknown.pagefind',
  '.pf_meta',
  '.pf_index',
  '.pf_text',
  '.pf_pages',
];

for (const file of files) {
  for (const damage of ['missing', 'corrupt'] as const) {
    test(`${file} is ${damage}: 搜索暂不可用, and a retry works once it is mended`, async () => {
      const { page } = await site.open('index.html');
      let broken = true;
      // Requests of workers do not pass a page’s interception: without workers they do.
      await page.evaluateOnNewDocument(() => {
        delete (window as { Worker?: unknown }).Worker;
      });
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        if (!broken || !request.url().includes(file)) return void request.continue();
        if (damage === 'missing') return void request.respond({ status: 404, body: '' });
        void request.respond({ status: 200, body: Buffer.from('\x1f\x8bnot what it should be') });
      });
      await page.goto(site.url + searchFor('七个一'));
      await outcome(page);
      assert.match(
        await page.$eval('main', (main) => (main as HTMLElement).innerText),
        /搜索暂不可用/,
      );
      assert.deepEqual(await results(page), []);
      broken = false;
      await page.$eval('[data-search-unavailable] button', (button) =>
        (button as HTMLButtonElement).click(),
      );
      await page.waitForSelector('[data-search-results] > li');
    });
  }
}

test('the engine’s own script is missing: 搜索暂不可用', async () => {
  const { page } = await site.open('index.html');
  await page.setRequestInterception(true);
  page.on(
    'request',
    (request) =>
      void (/engine\.\w+\.js/.test(request.url()) ? request.abort() : request.continue()),
  );
  await page.evaluateOnNewDocument(() => {
    delete (window as { Worker?: unknown }).Worker;
  });
  await page.goto(site.url + searchFor('七个一'));
  await outcome(page);
  assert.ok(await page.$('[data-search-unavailable]'));
});

test('a browser whose workers fail searches without', async () => {
  const { page } = await site.open('index.html');
  await page.evaluateOnNewDocument(() => {
    (window as { Worker: unknown }).Worker = class {
      constructor() {
        throw new Error('refused');
      }
    };
  });
  await page.goto(site.url + searchFor('七个一'));
  await page.waitForSelector('[data-search-results] > li');
});
