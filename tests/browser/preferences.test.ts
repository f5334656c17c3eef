/** 阅读设置 in a real browser: what a reader chooses is there on the next page, from its first frame. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { REPLY, stage, type Stage } from '../search-fixtures/browser.ts';

let on: Stage;
before(async () => (on = await stage()));
after(() => on.close());

const openDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('?');
  await page.waitForSelector('dialog.preferences[open]');
};
const choose = (page: Page, name: string, value: string) =>
  page.click(`dialog.preferences input[name="${name}"][value="${value}"]`);
const background = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const fontSize = (page: Page): Promise<number> =>
  page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));

test('size and colours are chosen by keyboard and kept for the next page', async () => {
  const { page, errors } = await on.open('index.html');
  const light = await background(page);
  await openDialog(page);
  await choose(page, 'text', 'larger');
  await choose(page, 'scheme', 'dark');
  await page.keyboard.press('Escape');
  assert.equal(await page.$('dialog.preferences[open]'), null);
  // The body is not parsed yet when the head's script has run: no frame shows anything else.
  await page.evaluateOnNewDocument(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      document.documentElement.dataset['seenAtBody'] =
        `${document.documentElement.dataset['scheme']} ${document.documentElement.dataset['text']}`;
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${on.url}${REPLY}`);
  assert.equal(
    await page.evaluate(() => document.documentElement.dataset['seenAtBody']),
    'dark larger',
  );
  assert.notEqual(await background(page), light);
  assert.equal(await fontSize(page), 23);
  assert.ok(
    await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
    'larger letters scroll nothing sideways',
  );
  assert.deepEqual(errors, []);
});

test('a chosen scheme stands against the system’s', async () => {
  const { page } = await on.open('index.html');
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  const dark = await background(page);
  await openDialog(page);
  await choose(page, 'scheme', 'light');
  assert.notEqual(await background(page), dark);
  await choose(page, 'scheme', 'system');
  assert.equal(await background(page), dark);
});

test('single-key shortcuts can be turned off, Ctrl+K stays', async () => {
  const { page } = await on.open(REPLY);
  const searching = () =>
    page.evaluate(() => document.activeElement?.matches('[data-search-input]'));
  await openDialog(page);
  await page.click('dialog.preferences input[name="singleKeys"]');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  assert.equal(await searching(), false);
  await page.keyboard.down('Control');
  await page.keyboard.press('k');
  await page.keyboard.up('Control');
  assert.equal(await searching(), true);
});

test('a question mark that is typed into the search field opens nothing', async () => {
  const { page } = await on.open(REPLY);
  await page.keyboard.press('/');
  await page.keyboard.type('?');
  assert.equal(
    await page.$eval('[data-search-input]', (field) => (field as HTMLInputElement).value),
    '?',
  );
  assert.equal(await page.$('dialog.preferences'), null);
});

test('who comes back to a document is offered to read on where they stopped', async () => {
  const { page } = await on.open(REPLY);
  await page.evaluate(() => document.getElementById('p7')!.scrollIntoView());
  await page.goto(`${on.url}index.html`);
  await page.goto(`${on.url}${REPLY}`);
  await page.waitForSelector('.reading-notice a');
  assert.equal(await page.evaluate(() => scrollY), 0, 'nobody is taken there unasked');
  await page.click('.reading-notice a');
  await page.waitForFunction(() => location.hash !== '' && scrollY > innerHeight);
  assert.equal(await page.$('.reading-notice'), null);
});

test('a quotation’s link marks its words in the document', async () => {
  const { page } = await on.open('terms/seven-ones.html');
  await Promise.all([page.waitForNavigation(), page.click('.quotation footer a')]);
  await page.waitForSelector('mark.search-hit');
  const marked = await page.$$eval('mark.search-hit', (marks) =>
    marks.map((mark) => mark.textContent).join(''),
  );
  assert.match(marked, /七个一/);
});
