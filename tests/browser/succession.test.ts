/** A document that another takes the place of: both pages say so, and so do the results of a search. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type { Served } from '../../src/commands/static-server.ts';
import { launchBrowser, serveSite } from './site.ts';

const OLD = '示例市产业扶持暂行办法';
const NEW = '示例市产业扶持办法';
const PATIENT = { timeout: 60_000 };

let folder: string;
let site: Served;
let browser: Browser;
let page: Page;

function run(command: string, ...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`src/commands/${command}.ts`, ...args],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        CONTENT_DIR: join(folder, 'library'),
        OUT_DIR: join(folder, 'site'),
        INIT_CWD: folder,
      },
    },
  );
  assert.equal(status, 0, stdout + stderr);
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'succession-'));
  run('new', 'library', 'library');
  const policy = (id: string, head: string, body: string): void =>
    writeFileSync(join(folder, 'library/policies', `${id}.mdx`), `---\n${head}\n---\n\n${body}\n`);
  policy('old', `title: ${OLD}\nvalidity: 已废止`, '第一条 对示例企业给予补助。');
  policy(
    'new',
    `title: ${NEW}\nreplaces:\n  - id: old\n    quote: 《${OLD}》同时废止`,
    `第一条 对示例企业给予奖励。\n\n第二条 本办法自公布之日起施行，《${OLD}》同时废止。`,
  );
  run('build');
  site = await serveSite({ folder: join(folder, 'site') });
  browser = await launchBrowser();
  page = await browser.newPage();
});
after(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const width of [390, 1280])
  test(`both pages lead to each other, ${width} px wide, before the text`, async () => {
    await page.setViewport({ width, height: 844 });
    for (const [path, words, other] of [
      ['policies/old.html', `这份文件已废止现由以下文件取代：${NEW}`, 'new.html'],
      ['policies/new.html', `取代以下文件：${OLD}`, 'old.html'],
    ] as const) {
      await page.goto(site.url + path, PATIENT);
      const banner = await page.$eval('.succession', (element) => ({
        text: element.textContent!.replace(/\s/gu, ''),
        href: element.querySelector('a')!.getAttribute('href'),
        bottom: element.getBoundingClientRect().bottom,
        text0: document.querySelector('#p1')!.getBoundingClientRect().top,
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      }));
      assert.ok(banner.text.startsWith(words), banner.text);
      assert.equal(banner.href, other);
      assert.ok(banner.bottom <= banner.text0, 'it stands before the text');
      assert.equal(banner.wide, 0, 'nothing is wider than the screen');
    }
  });

test('a result says that the document has ended, and what replaces it', async () => {
  await page.goto(`${site.url}search.html?q=${encodeURIComponent('给予补助')}`, PATIENT);
  await page.waitForFunction(
    (words) => document.querySelector('[data-search-results]')?.textContent?.includes(words),
    PATIENT,
    `已废止 · 已由《${NEW}》取代`,
  );
});
