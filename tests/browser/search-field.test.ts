import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { stage, type Stage } from '../search-fixtures/browser.ts';

let site: Stage;
before(async () => void (site = await stage()));
after(() => site.close());

const OPTION = '[role=option]';
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const value = (page: Page) =>
  page.$eval('[data-search-input]', (input) => (input as HTMLInputElement).value);

test('a reading page loads nothing of search until it is asked for', async () => {
  const { page } = await site.open('terms.html');
  const loaded = () =>
    page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  await wait(300);
  assert.deepEqual(
    (await loaded()).filter((name) => /search\.\w+\.js|engine|pagefind|hits/.test(name)),
    [],
  );
  await page.focus('[data-search-input]');
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /search\.\w+\.js/.test(name)),
  );
});

for (const [name, press] of [
  ['/', (page: Page) => page.keyboard.press('/')],
  [
    'Ctrl+K',
    async (page: Page) => {
      await page.keyboard.down('Control');
      await page.keyboard.press('k');
      await page.keyboard.up('Control');
    },
  ],
] as const) {
  test(`${name} opens the field; typing shows results; arrows, Enter and Esc work`, async () => {
    const { page, errors } = await site.open('terms.html');
    await press(page);
    assert.equal(
      await page.evaluate(() => document.activeElement!.matches('[data-search-input]')),
      true,
    );
    await page.keyboard.type('七个一');
    await page.waitForSelector(OPTION);
    assert.equal(await value(page), '七个一');
    assert.equal(
      await page.$eval('[data-search-input]', (input) => input.getAttribute('aria-expanded')),
      'true',
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const active = await page.$eval(
      '[data-search-input]',
      (input) => document.getElementById(input.getAttribute('aria-activedescendant')!)!.textContent,
    );
    assert.match(active!, /^七个一/);
    assert.match(
      await page.$eval('[data-search-form] [role=status]', (status) => status.textContent!),
      /\d+页/,
    );
    await page.keyboard.press('Escape');
    assert.equal(await page.$eval('[role=listbox]', (list) => (list as HTMLElement).hidden), true);
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(
      () => !(document.querySelector('[role=listbox]') as HTMLElement).hidden,
    );
    await page.keyboard.press('ArrowDown');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    assert.match(page.url(), /terms\/seven-ones\.html\?hit=/);
    assert.deepEqual(errors, []);
  });
}

test('what a citation means is marked 直达, apart from its kind', async () => {
  const { page } = await site.open('terms.html');
  await page.focus('[data-search-input]');
  await page.keyboard.type('常办电〔2021〕39号');
  await page.waitForSelector('.option-direct');
  const about = await page.$eval('.option-direct > .quiet', (line) => line.textContent!);
  assert.match(about, /^直达 政策 /);
});

test('Enter without a choice goes to the search page', async () => {
  const { page } = await site.open('policies/star-city-policies.html');
  await page.focus('[data-search-input]');
  await page.keyboard.type('产业链');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.equal(new URL(page.url()).searchParams.get('q'), '产业链');
});

test('/ types itself where a reader is typing', async () => {
  const { page } = await site.open('search.html');
  await page.focus('[data-search-input]');
  await page.keyboard.type('a/b');
  assert.equal(await value(page), 'a/b');
});

test('an input method that composes fires neither a search nor an Enter', async () => {
  for (const path of ['terms.html', 'search.html']) {
    const { page } = await site.open(path);
    await page.focus('[data-search-input]');
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /search\.\w+\.js/.test(name)),
    );
    await wait(200);
    const before = page.url();
    const session = await page.createCDPSession();
    await session.send('Input.imeSetComposition', {
      text: '七ge',
      selectionStart: 3,
      selectionEnd: 3,
    });
    await page.$eval('[data-search-input]', (input) => {
      input.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'Enter',
          keyCode: 229,
          isComposing: true,
          bubbles: true,
          cancelable: true,
        } as KeyboardEventInit),
      );
      (input as HTMLInputElement).form!.requestSubmit();
    });
    await wait(500);
    assert.equal(page.url(), before, path);
    assert.equal(
      await page.$(`${OPTION}, [data-search-results] > li, [data-search-empty]`),
      null,
      path,
    );
    await session.send('Input.insertText', { text: '七个一' });
    await page.waitForSelector(`${OPTION}, [data-search-results] > li`);
    assert.equal(await value(page), '七个一', path);
  }
});

test('the open field is accessible, light and dark', async () => {
  const { page } = await site.open('terms.html');
  await page.keyboard.press('/');
  await page.keyboard.type('产业链');
  await page.waitForSelector(OPTION);
  await page.keyboard.press('ArrowDown');
  await page.evaluate(
    readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
  );
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
    });
    assert.deepEqual(violations, [], scheme);
  }
});

test('copy buttons copy a paragraph’s link and citation, and say so', async () => {
  const { page } = await site.open('replies/2021-46.html?hit=七个一');
  await site.browser
    .defaultBrowserContext()
    .overridePermissions(site.url, ['clipboard-read'])
    .catch(() => undefined);
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: {
        writeText: async (text: string) =>
          void ((window as unknown as { copied: string }).copied = text),
      },
    });
  });
  const copied = async (selector: string) => {
    await page.$eval(selector, (button) => (button as HTMLElement).click());
    await page.waitForFunction(
      (one) => document.querySelector(one)!.textContent === '已复制',
      {},
      selector,
    );
    return page.evaluate(() => (window as unknown as { copied: string }).copied);
  };
  await page.focus('.document a[data-editorial][href="#p3"]');
  assert.match(await copied('[data-copy^="#p"]'), /replies\/2021-46\.html#p\d+$/);
  assert.match(await copied('[data-copy]:not([data-copy^="#"])'), /常州市工业和信息化局/);
});
