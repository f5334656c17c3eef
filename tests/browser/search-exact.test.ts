import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { contentFolder } from '../../src/content/content-folder.ts';
import { readValidLibrary } from '../../src/content/read-library.ts';
import { recordsOf } from '../../src/search/build/records.ts';
import { drawQuestions } from '../bench/search-truth.ts';
import {
  outcome,
  plain,
  REPLY,
  replyText,
  results,
  stage,
  type Stage,
} from '../search-fixtures/browser.ts';
import { builtSite } from './site.ts';

let site: Stage;
before(async () => void (site = await stage()));
after(() => site.close());

const pathOf = (address: string): string => new URL(address).pathname.slice(1);

/** Addresses of all results, with as many presses of 再显示几条 as that takes. */
async function everyResult(page: Page, total: number): Promise<string[]> {
  await page.waitForFunction(
    (count) => {
      document.querySelector<HTMLButtonElement>('[data-search-more]')?.click();
      return document.querySelectorAll('[data-search-results] > li').length >= count;
    },
    { polling: 200 },
    total,
  );
  return (await results(page)).map(({ href }) => href);
}

/** Addresses of the entries folded under the results. */
async function foldedLinks(page: Page): Promise<string[]> {
  await page.$$eval('[data-search-quoting]', (lines) =>
    lines.forEach((line) => ((line as HTMLDetailsElement).open = true)),
  );
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[data-search-quoting]')].every((line) =>
      line.querySelector('li'),
    ),
  );
  return page.$$eval('[data-search-quoting] li a', (links) =>
    links.map((link) => (link as HTMLAnchorElement).href),
  );
}

const MOST_BYTES = 150 * 1024;

/** Asks an open search page as a reader does, and waits for what it finds. */
async function ask(page: Page, query: string): Promise<void> {
  await page.$eval(
    '[data-search-input]',
    (input, value) => {
      (input as HTMLInputElement).value = value;
      (input as HTMLInputElement).form!.requestSubmit();
      document.querySelector('[data-search-page]')!.setAttribute('aria-busy', 'true');
    },
    query,
  );
  await outcome(page);
}

test(
  'substrings of the reply, all over it, of all lengths, find it, and every first result holds them',
  { timeout: 240_000 },
  async () => {
    const text = replyText();
    const { page } = await site.open('search.html');
    let asked = 0;
    for (let start = 0; start + 2 < text.length; start += Math.ceil(text.length / 200)) {
      const query = text.slice(start, start + 2 + (asked++ % 24));
      if (Array.from(plain(query)).length < 2) continue;
      await ask(page, query);
      let shown = await results(page);
      assert.ok(plain(shown[0]?.text ?? '').includes(plain(query)), `${query}: ${shown[0]?.text}`);
      while (!shown.some(({ href }) => href.includes(REPLY))) {
        const before = shown.length;
        await page.$eval('[data-search-more]', (button) => (button as HTMLButtonElement).click());
        await page.waitForFunction(
          (count) => document.querySelectorAll('[data-search-results] > li').length > count,
          {},
          before,
        );
        shown = await results(page);
      }
    }
    assert.ok(asked >= 190);
  },
);

test(
  'random strings of the library: the pages that hold each, and no others',
  { timeout: 240_000 },
  async () => {
    const { library } = await readValidLibrary(contentFolder());
    const { questions, holds } = drawQuestions(recordsOf(library), 60);
    const { page } = await site.open('search.html');
    for (const { query, pages } of questions) {
      await ask(page, query);
      const total = await page.$eval('[data-search-status]', (status) =>
        parseInt(status.textContent!),
      );
      const shown = (await everyResult(page, total)).map(pathOf);
      const folded = new Set((await foldedLinks(page)).map(pathOf));
      assert.equal(shown.length, total, query);
      for (const path of shown) assert.ok(holds(path, query), `${query}: ${path}`);
      for (const path of pages)
        assert.ok(shown.includes(path) || folded.has(path), `${query}: ${path}`);
    }
  },
);

test(`the first result costs at most ${MOST_BYTES / 1024} KB over the wire, everything included`, async () => {
  for (const query of ['七个一', '产业链', '常办电[2021]39号', '培育发展先进制造业集群是提升']) {
    const { page } = await site.open('about.html');
    const client = await page.createCDPSession();
    await client.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: true,
    });
    await page.focus('[data-search-input]');
    await page.keyboard.type(query);
    await page.waitForSelector('[role=option]');
    const names = new Set<string>();
    for (const source of [page, ...page.workers()]) {
      const loaded = await source.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => name),
      );
      for (const name of loaded)
        if (/\/assets\/(search|engine)|\/pagefind\//.test(name)) names.add(name);
    }
    assert.ok([...names].some((name) => name.includes('.pf_text')));
    const bytes = [...names].map((name) => {
      const content = readFileSync(join(builtSite, new URL(name).pathname.slice(1)));
      return name.endsWith('.js') ? gzipSync(content).length : content.length;
    });
    const sum = bytes.reduce((total, one) => total + one, 0);
    assert.ok(sum <= MOST_BYTES, `${query}: ${sum} bytes in ${names.size} files`);
  }
});
