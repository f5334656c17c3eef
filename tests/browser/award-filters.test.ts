/** The filters of 奖补 work without script, and the page says how many rows they leave: none, where none fits. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type { Served } from '../../src/commands/static-server.ts';
import { launchBrowser, serveSite } from './site.ts';

let served: Served;
let browser: Browser;
let page: Page;

before(async () => {
  [served, browser] = await Promise.all([serveSite(), launchBrowser()]);
  page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(new URL('awards.html', served.url).href);
});

after(async () => {
  await browser.close();
  await served.close();
});

/** Rows that are shown, and what the page says of their number. */
async function listed(): Promise<[rows: number, said: string | undefined]> {
  const rows = await page.$$eval(
    '.award-page tbody tr',
    (all) => all.filter((row) => row.getClientRects().length > 0).length,
  );
  const texts: string[] = [];
  const walk = (node: { role?: string; name?: string; children?: unknown[] }): void => {
    if (node.role === 'StaticText') texts.push(node.name ?? '');
    for (const child of node.children ?? []) walk(child as Parameters<typeof walk>[0]);
  };
  walk((await page.accessibility.snapshot({ interestingOnly: false }))!);
  return [rows, /列出\d+条/u.exec(texts.join(''))?.[0]];
}

/** @param choice its place in the filter, after 全部 */
const choose = (filter: number, choice: number) =>
  page.click(`.filters fieldset:nth-child(${filter}) label:nth-of-type(${choice + 2})`);

test('each choice leaves the rows that it counts; choices that no award has leave none, and it is said', async () => {
  const [all, said] = await listed();
  assert.ok(all > 5);
  assert.equal(said, `列出${all}条`);
  const counts = await page.$$eval('.filters fieldset:first-child .count', (marks) =>
    marks.map((mark) => Number(mark.textContent)),
  );
  for (const [value, count] of counts.entries()) {
    await choose(1, value);
    assert.deepEqual(await listed(), [count, `列出${count}条`]);
  }
  await choose(1, 1);
  await choose(2, 0);
  assert.deepEqual(await listed(), [0, '列出0条']);
});
