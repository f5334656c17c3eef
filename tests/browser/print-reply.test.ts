/** A reply on paper, by GB/T 9704: its 版心, nothing of the editors', and the 版记 at the foot of the last page. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Page } from 'puppeteer-core';
import type { Served } from '../../src/commands/static-server.ts';
import { launchBrowser, serveSite } from './site.ts';

let served: Served;
let browser: Browser;
let page: Page;

before(async () => {
  [served, browser] = await Promise.all([serveSite(), launchBrowser('chromium')]);
  page = await browser.newPage();
  await page.goto(`${served.url}replies/2021-46.html`, { waitUntil: 'load' });
});
after(async () => {
  await browser.close();
  await served.close();
});

/** A run of printed words: how far its start is from the left and its baseline from the bottom, in mm. */
interface Printed {
  words: string;
  left: number;
  up: number;
}

/** The printed pages, each from its top to its foot, the page's own number left out. */
async function print(): Promise<Printed[][]> {
  const pdf = await getDocument({
    data: await page.pdf({ preferCSSPageSize: true }),
    verbosity: 0,
  }).promise;
  const numbers = Array.from({ length: pdf.numPages }, (_, i) => i + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      return items
        .flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []))
        .map(({ str, transform }) => ({
          words: str,
          left: (transform[4] * 25.4) / 72,
          up: (transform[5] * 25.4) / 72,
        }))
        .filter(({ up }) => up > 35)
        .sort((one, other) => other.up - one.up);
    }),
  );
}

const textOf = (pages: Printed[][]): string =>
  pages.flatMap((words) => words.map((one) => one.words)).join('');

test('the text stands in the 版心, without a word of the editors', async () => {
  const pages = await print();
  for (const words of pages) {
    const left = Math.min(...words.map((one) => one.left));
    assert.ok(left > 27 && left < 36, `words begin ${left.toFixed(1)} mm from the left`);
    const up = words[0]!.up;
    assert.ok(up < 297 - 37, `words begin ${(297 - up).toFixed(1)} mm from the top`);
  }
  const text = textOf(pages).normalize('NFKC').replaceAll(/\s/gu, '');
  assert.ok(text.startsWith('常州市工业和信息化局文件'), text.slice(0, 40));
  assert.ok(text.endsWith('抄送:市政府办公室、市政协提案委'), text.slice(-40));
  assert.equal(text.search(/关于这份文件|校注|阅读设置/u), -1);
});

test('the 版记 is at the foot of the last page and over no words, however far the text reaches', async () => {
  for (let without = 0; without < 4; without++) {
    const last = (await print()).at(-1)!;
    const foot = last.findIndex(({ words }) => words.includes('抄'));
    assert.ok(foot >= 0, 'on the last page');
    const { up } = last[foot]!;
    assert.ok(up > 35 && up < 43, `${up.toFixed(1)} mm from the bottom`);
    const over = last[foot - 1];
    assert.ok(!over || over.up - up > 8, `${over?.words} at ${over?.up}`);
    // A paragraph less, for a text that ends elsewhere on its page.
    await page.$eval('.document p:not(.part)', (paragraph) => paragraph.remove());
  }
});
