/** Search from the file system: the same results in the same order as online, and only the files it needs. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { outcome, results, searchFor, stage, type Stage } from '../search-fixtures/browser.ts';
import { builtSite, launchBrowser } from './site.ts';

const QUERIES = ['七个一', '产业链', '第', '特钢材料 大数据', '産業鏈大数据计划'];

let site: Stage;
let temporary: string;
let folder: string;
before(async () => {
  site = await stage();
  temporary = mkdtempSync(join(tmpdir(), 'search-files-'));
  folder = join(temporary, '解压 目录');
  cpSync(builtSite, folder, { recursive: true });
});
after(async () => {
  await site.close();
  rmSync(temporary, { recursive: true, force: true });
});

/** Exact results and nearest ones, with their addresses as seen from the site's root. */
async function found(page: Page, root: string, query: string) {
  await page.goto(root + searchFor(query));
  await outcome(page);
  const lists = await Promise.all(
    ['[data-search-results]', '[data-search-partial]'].map((list) => results(page, list)),
  );
  return lists.map((list) =>
    list.map((shown) => ({ ...shown, href: decodeURI(shown.href).slice(decodeURI(root).length) })),
  );
}

for (const name of ['chromium', 'firefox'] as const) {
  test(
    `${name} finds on file:// what is found online, without an error`,
    { timeout: 120_000 },
    async () => {
      const root = pathToFileURL(`${folder}/`).href;
      const browser = await launchBrowser(name);
      try {
        const page = await browser.newPage();
        const errors: string[] = [];
        page.on('pageerror', (error) => errors.push(String(error)));
        page.on('console', (message) => {
          if (message.type() === 'error') errors.push(message.text());
        });
        for (const query of QUERIES) {
          const here = await found(page, root, query);
          const online = await found(page, site.url, query);
          assert.deepEqual(here, online, query);
          assert.ok(here.flat().length > 0, query);
        }
        assert.deepEqual(errors, []);
      } finally {
        await browser.close();
      }
    },
  );
}
