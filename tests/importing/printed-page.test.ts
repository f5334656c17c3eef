/** A page of a government site that was printed to PDF by a browser, as editors often receive a text. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { prepare } from '../../src/importing/prepare.ts';
import { launchBrowser } from '../browser/site.ts';

const ARTICLES = Array.from(
  { length: 40 },
  (_, i) =>
    `第${'一二三四五六七八九十'[i % 10]}项 人民政府有关部门应当按照各自职责，做好示例工作，${'保障民生、改善环境，'.repeat(1 + (i % 4))}并于年底前报告。`,
);
const TABLE = [
  ['序号', '单位', '金额'],
  ['1', '示例公司', '100'],
];
const html = `<!doctype html><meta charset="utf-8"><title>关于示例工作的通知</title>
<style>td { border: 1px solid } table { border-collapse: collapse }</style>
<h1>关于示例工作的通知</h1>${ARTICLES.map((text) => `<p>${text}</p>`).join('')}
<table>${TABLE.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

let browser: Browser;
before(async () => {
  browser = await launchBrowser('chromium');
});
after(() => browser.close());

test('its text, paragraphs and table are those of the page, and no sheet is taken for a table', async () => {
  const page = await browser.newPage();
  await page.setContent(html);
  const bytes = await page.pdf({ format: 'A4', displayHeaderFooter: true, printBackground: true });
  const { faults, draft } = await prepare(bytes, '通知.pdf', [], { id: 'notice' });
  assert.deepEqual(faults, []);
  const texts = draft.blocks.flatMap((block) => ('text' in block ? [block.text] : []));
  const tables = draft.blocks.flatMap((block) => ('rows' in block ? [block.rows] : []));
  assert.deepEqual(tables, [TABLE]);
  // A page that ends with a paragraph may join it to the next one, and says so.
  assert.equal(texts.join(''), ['关于示例工作的通知', ...ARTICLES].join(''));
  assert.ok(texts.length > ARTICLES.length - 2, String(texts.length));
});
