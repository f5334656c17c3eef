/** The pages of the book, drawn: on a small reader too, with lines on one grid, and links that lead somewhere. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { openBook } from './open-book.ts';
import { launchBrowser } from './site.ts';

const book = openBook();
let browser: Browser;
let page: Page;
before(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});
after(async () => {
  await browser.close();
  book.close();
});

test('no page is wider than a small reader', async () => {
  await page.setViewport({ width: 360, height: 480 });
  for (const name of [
    'title.xhtml',
    'nav.xhtml',
    'replies-2021-46.xhtml',
    'terms-advanced-clusters.xhtml',
  ]) {
    assert.ok(book.pages.includes(name), name);
    await page.goto(book.addressOf(name));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, `${name}: ${width}`);
  }
});

test('the text of the reply is indented by two characters, and its lines stand evenly', async () => {
  await page.setViewport({ width: 520, height: 760 });
  await page.goto(book.addressOf('replies-2021-46.xhtml'));
  const paragraphs = await page.evaluate(() =>
    [...document.querySelectorAll('p[id^="p"]')].slice(1, 6).map((one) => {
      const { fontSize, lineHeight, textIndent, marginTop } = getComputedStyle(one);
      const line = parseFloat(lineHeight);
      return {
        indent: parseFloat(textIndent) / parseFloat(fontSize),
        leading: line / parseFloat(fontSize),
        lines: one.getBoundingClientRect().height / line,
        space: parseFloat(marginTop),
      };
    }),
  );
  assert.equal(paragraphs.length, 5);
  for (const { indent, leading, lines, space } of paragraphs) {
    assert.equal(indent, 2);
    assert.ok(leading >= 1.6 && leading <= 2, String(leading));
    // Marks of notes stand above the line, and do not part it from the next one.
    assert.ok(Math.abs(lines - Math.round(lines)) < 0.05, `${lines} lines`);
    assert.equal(space, 0);
  }
});

test('the contents lead to every page of the library, and its notes to the text', async () => {
  await page.goto(book.addressOf('nav.xhtml'));
  const named = await page.evaluate(() =>
    [...document.querySelectorAll('nav a')].map(
      (link) => link.getAttribute('href')!.split('#')[0]!,
    ),
  );
  for (const name of new Set(named)) assert.ok(book.pages.includes(name), name);
  assert.ok(named.length > 100);
  await page.goto(book.addressOf('replies-2021-46.xhtml'));
  const lost = await page.evaluate(() =>
    [...document.querySelectorAll('a[href^="#"]')].flatMap((link) => {
      const id = link.getAttribute('href')!.slice(1);
      return document.getElementById(id) ? [] : [id];
    }),
  );
  assert.deepEqual(lost, []);
});
