/** A selection over paragraphs, pasted into another document, is the official words and nothing else. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type { Served } from '../../src/commands/static-server.ts';
import { parsePage } from '../site/built-pages.ts';
import { launchBrowser, serveSite } from './site.ts';

const REPLY = 'replies/2021-46.html';
const PARAGRAPHS = ['p1', 'p2', 's1', 'p3'];
const document = parsePage(REPLY);
const words = PARAGRAPHS.map((id) => document.getElementById(id)!.textContent!);

let served: Served;
before(async () => {
  served = await serveSite();
});
after(() => served.close());

/** Presses a key with Ctrl. */
async function control(page: Page, key: 'c' | 'v'): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(key);
  await page.keyboard.up('Control');
}

for (const name of ['chromium', 'firefox'] as const)
  describe(`copying in ${name}`, () => {
    let browser: Browser;
    let page: Page;
    before(async () => {
      browser = await launchBrowser(name);
      page = await browser.newPage();
    });
    after(() => browser.close());

    for (const width of [390, 1400])
      test(`three paragraphs and a heading between them, at ${width} px`, async () => {
        await page.setViewport({ width, height: 900 });
        await page.goto(`${served.url}${REPLY}#p2`, { waitUntil: 'networkidle0' });
        await page.evaluate(
          ([first, last]) => {
            const range = new Range();
            range.setStartBefore(window.document.getElementById(first!)!);
            range.setEndAfter(window.document.getElementById(last!)!);
            getSelection()!.removeAllRanges();
            getSelection()!.addRange(range);
          },
          [PARAGRAPHS[0], PARAGRAPHS.at(-1)] as const,
        );
        await control(page, 'c');
        await page.goto(`${served.url}404.html`);
        await page.evaluate(() => {
          window.document.body.innerHTML =
            '<textarea aria-label="a"></textarea><div contenteditable></div>';
        });
        await page.focus('textarea');
        await control(page, 'v');
        const plain = await page.$eval('textarea', (field) => field.value);
        assert.deepEqual(plain.split('\n'), words);
        await page.focus('[contenteditable]');
        await control(page, 'v');
        const { html, text } = await page.$eval('[contenteditable]', (field) => ({
          html: field.innerHTML,
          text: field.textContent ?? '',
        }));
        assert.equal(text, words.join(''));
        assert.doesNotMatch(html, /校注|title=|aside|aria-label/u);
      });
  });
