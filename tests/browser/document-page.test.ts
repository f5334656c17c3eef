/** The page of a document as a reader uses it: on a phone, by keyboard, in a very long text, with Ctrl+F. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type { Served } from '../../src/commands/static-server.ts';
import type { Entry } from '../../src/library/types.ts';
import { renderDocument } from '../../src/views/rendering/document.ts';
import { entryOf, libraryOf } from '../site/sample-library.ts';
import { builtSite, launchBrowser, serveSite } from './site.ts';

const REPLY = 'replies/2021-46.html';
const LONG = 'replies/long.html';
const NOTED = 'replies/noted.html';
const PARAGRAPHS = 4000;

let folder: string;
let served: Served;
let browser: Browser;
let page: Page;

/** The reply's page with the text of another document in place of its own. */
function pageOf(document: Entry): string {
  const html = renderDocument(libraryOf(document), document);
  const page = readFileSync(join(builtSite, REPLY), 'utf8');
  const [head, , tail] = page.split(/(?<=<article[^>]*>)|(?=<\/article>)/u);
  return head! + html + tail!;
}

/** A paragraph with forty notes. */
function notedPage(): string {
  const matters = Array.from({ length: 40 }, (_, i) => `第${i + 101}项事项`);
  const notes = matters.map((on) => `  - { "on": ${on}, note: 照录。${'文字稍长，'.repeat(10)} }`);
  const head = ['title: 四十条校注', 'notes:', ...notes].join('\n');
  return pageOf(entryOf('replies/noted', head, `${matters.join('，')}。`));
}

/** A text of some 200,000 characters. */
function longPage(): string {
  const body = Array.from(
    { length: PARAGRAPHS },
    (_, i) => `第${i + 1}号事项由主管部门办理，${'依法依规，'.repeat(6)}编号甲${i + 1}乙。`,
  );
  return pageOf(entryOf('replies/long', 'title: 很长的文件', body.join('\n\n')));
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'document-'));
  cpSync(builtSite, folder, { recursive: true });
  writeFileSync(join(folder, LONG), longPage());
  writeFileSync(join(folder, NOTED), notedPage());
  [served, browser] = await Promise.all([serveSite({ folder }), launchBrowser()]);
});
after(async () => {
  await browser.close();
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(path: string, phone: boolean, script = true): Promise<void> {
  await page?.close();
  page = await browser.newPage();
  await page.setJavaScriptEnabled(script);
  await page.setViewport(
    phone
      ? { width: 390, height: 844, isMobile: true, hasTouch: true }
      : { width: 1600, height: 900 },
  );
  await page.goto(served.url + path, { waitUntil: 'load' });
}

/** Whether an element, or its first lines, can be seen without scrolling. */
const inView = (selector: string): Promise<boolean> =>
  page.$eval(selector, (element) => {
    const { top, height } = element.getBoundingClientRect();
    return height > 0 && top >= 0 && top < innerHeight;
  });
/** Ctrl+F, as a page may ask for it. */
const finds = (words: string): Promise<boolean> =>
  page.evaluate(
    (sought) => (globalThis as never as { find: (w: string) => boolean }).find(sought),
    words,
  );
const isShown = (selector: string): Promise<boolean> =>
  page.$eval(selector, (element) => element.checkVisibility());

test('the first screen of a phone shows title, salutation and three lines of the text', async () => {
  await open(REPLY, true);
  assert.ok(await inView('#document-title'));
  assert.ok(await inView('#addressee'));
  const lines = await page.evaluate(() => {
    const range = document.createRange();
    const bottoms = new Set<number>();
    for (const id of ['p1', 'p2']) {
      range.selectNodeContents(document.getElementById(id)!);
      for (const box of range.getClientRects())
        if (box.bottom <= innerHeight && box.height > 15) bottoms.add(Math.round(box.bottom));
    }
    return bottoms.size;
  });
  assert.ok(lines >= 3, `${lines} lines`);
});

const MARK = '.mark[href="#p1-note-1"]';

test('on a phone a note is behind its mark, which opens it under its paragraph without a script', async () => {
  await open(REPLY, true, false);
  assert.equal(await isShown('#p1-note-1'), false);
  await page.tap(MARK);
  assert.equal(await isShown('#p1-note-1'), true);
  assert.ok(await inView('#p1-note-1'));
  const bottomOf = (selector: string) =>
    page.$eval(selector, (e) => e.getBoundingClientRect().bottom);
  const note = await page.$eval('#p1-note-1', (e) => e.getBoundingClientRect().top);
  assert.ok(note >= (await bottomOf('#p1')));
  await page.tap('#p1-note-1 a');
  assert.equal(await isShown('#p1-note-1'), false);
  assert.ok(await inView(MARK), 'its label leads back to the mark');
});

test('with scripts a note opens beneath the line of its mark, and goes with a second tap', async () => {
  await open(REPLY, true);
  await page.tap(MARK);
  const mark = await page.$eval(MARK, (e) => e.getBoundingClientRect().bottom);
  const note = await page.$eval('.preview', (e) => e.getBoundingClientRect().top);
  assert.ok(note >= mark - 2 && note < mark + 40, 'beneath the line of its mark');
  assert.match(await page.$eval('.preview', (e) => e.textContent ?? ''), /^校注3 照录/u);
  await page.tap(MARK);
  assert.equal(await page.$('.preview'), null);
});

test('a note that an address names is open', async () => {
  await open(`${REPLY}#p1-note-1`, true, false);
  assert.equal(await isShown('#p1-note-1'), true);
});

test('where there is a margin, notes stand in it and marks are not needed', async () => {
  await open(REPLY, false);
  assert.equal(await isShown('#p1-note-1'), true);
  assert.equal(await isShown(MARK), false);
  const left = await page.$eval('#p1-note-1', (e) => e.getBoundingClientRect().left);
  const right = await page.$eval('#p1', (e) => e.getBoundingClientRect().right);
  assert.ok(left > right);
});

test('forty notes on one paragraph lie over nothing', async () => {
  for (const phone of [false, true]) {
    await open(NOTED, phone, false);
    const over = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.note, .document-after')]
        .map((element) => element.getBoundingClientRect())
        .filter(({ height }) => height > 0);
      return boxes.filter(({ top }, i) => i > 0 && top < boxes[i - 1]!.bottom - 1).length;
    });
    assert.equal(over, 0);
  }
  await page.tap('.mark[href="#p1-note-40"]');
  assert.equal(await isShown('#p1-note-40'), true);
});

test('a title of 120 characters fits every screen', async () => {
  for (const phone of [true, false]) {
    await open('measures/chain-liaison.html', phone);
    const over = await page.evaluate(() => {
      for (const words of document.querySelectorAll('h1, .related a:not(.proof)'))
        words.textContent = '关于进一步支持先进制造业集群发展'.repeat(8).slice(0, 120);
      return document.documentElement.scrollWidth - innerWidth;
    });
    assert.ok(over <= 0, `${over} px`);
  }
});

test('no mark stands in the way of Ctrl+F', async () => {
  for (const phone of [true, false]) {
    await open(REPLY, phone);
    for (const words of ['您（你们）提出的关于', '建议提案收悉', '明星城市建设三年行动计划'])
      assert.ok(await finds(words), words);
  }
});

test('the number of a paragraph leads to its citation', async () => {
  await open(REPLY, true);
  await page.$eval('.document .number[href="#p2"]', (number) =>
    number.scrollIntoView({ block: 'center' }),
  );
  await page.tap('.document .number[href="#p2"]');
  await page.waitForSelector('#p2 .cite');
  assert.match(
    await page.$eval('#p2 .citation', (e) => e.textContent ?? ''),
    /2021-05-20: 第2段\.$/u,
  );
  const copied = await page.$$eval('#p2 .copy', (all) =>
    all.map((e) => e.getAttribute('data-copy')),
  );
  assert.equal(copied[1], '#p2');
  await page.$eval('.document .number[href="#p3"]', (number) => (number as HTMLElement).focus());
  assert.match(await page.$eval('#p3 .citation', (e) => e.textContent ?? ''), /第3段\.$/u);
  assert.equal(await page.$('#p2 .cite'), null);
});

test('in a very long text an anchor lands, and what is far away is not laid out', async () => {
  await open(`${LONG}#p${PARAGRAPHS - 500}`, true);
  await page.waitForFunction(() => document.readyState === 'complete');
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.ok(await inView(`#p${PARAGRAPHS - 500}`));
  const skipped = await page.$eval(
    '#p1000',
    (e) => !e.checkVisibility({ contentVisibilityAuto: true }),
  );
  assert.ok(skipped);
});

test('in a very long text Ctrl+F finds, and a text fragment lands', async () => {
  await open(LONG, true);
  assert.ok(await finds('编号甲2777乙'));
  assert.ok(await inView('#p2777'));
  await open(`${LONG}#:~:text=${encodeURIComponent('编号甲1555乙')}`, true);
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.ok(await inView('#p1555'));
});

test('a very long text prints to its end', { timeout: 120_000 }, async () => {
  await open(LONG, false);
  await page.emulateMediaType('print');
  await page.waitForFunction(
    (last) => document.querySelector(last)!.checkVisibility({ contentVisibilityAuto: true }),
    {},
    `#p${PARAGRAPHS}`,
  );
});

test('the first screen of a very long text is laid out in half a second', async () => {
  await open(LONG, true);
  const layout = (await page.metrics()).LayoutDuration!;
  assert.ok(layout < 0.5, `${layout.toFixed(2)} s`);
});
