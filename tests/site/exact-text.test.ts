/** The evidence: the reply's page, less what is marked as the editors', is the text as received. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { launchBrowser, serveSite } from '../browser/site.ts';
import { parsePage } from './built-pages.ts';

const received = readFileSync('content/original/changgongxinfu-2021-46.txt', 'utf8').replace(
  /\n/g,
  '',
);

test('the page minus [data-editorial] equals the source, in the file', () => {
  const document = parsePage('replies/2021-46.html');
  for (const element of document.querySelectorAll('[data-editorial]')) element.remove();
  assert.equal(document.body.textContent?.replace(/\n/g, ''), received);
});

test('the page minus [data-editorial] equals the source, in a browser with scripts', async () => {
  const [{ url, close }, browser] = await Promise.all([serveSite(), launchBrowser()]);
  try {
    const page = await browser.newPage();
    await page.goto(`${url}replies/2021-46.html`, { waitUntil: 'networkidle0' });
    const text = await page.evaluate(() => {
      for (const element of document.querySelectorAll('[data-editorial]')) element.remove();
      return document.body.textContent;
    });
    assert.equal(text?.replace(/\n/g, ''), received);
  } finally {
    await browser.close();
    await close();
  }
});
