/** Steps that the browser tests of search have in common. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { builtSite, launchBrowser, serveSite } from '../browser/site.ts';

export interface Stage {
  url: string;
  browser: Browser;
  /** A page of a browser that has never been here, in place of the one before; what it logs as an error is kept. */
  open(path: string): Promise<{ page: Page; errors: string[] }>;
  close(): Promise<void>;
}

/** The built site, served, and a browser. */
export async function stage(): Promise<Stage> {
  const [site, browser] = await Promise.all([serveSite(), launchBrowser()]);
  let context: BrowserContext | undefined;
  return {
    url: site.url,
    browser,
    async open(path) {
      // A page that stays open takes its share of the processor from those after it.
      await context?.close();
      context = await browser.createBrowserContext();
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('dialog', (dialog) => {
        errors.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(site.url + path);
      return { page, errors };
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

export const searchFor = (query: string, more = ''): string =>
  `search.html?q=${encodeURIComponent(query.toWellFormed())}${more}`;

/** Waits until the search page has an outcome of any kind for what is asked. */
export async function outcome(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !document.querySelector('[aria-busy]') &&
      document.querySelector(
        '[data-search-results] > li, [data-search-empty], [data-search-unavailable]',
      ) !== null,
    { timeout: 60_000 },
  );
}

/** Waits until the search page has an outcome, and its status says that it is for these words: not that it waits. */
export async function answered(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (text) => {
      const said = document.querySelector('[data-search-status]')!.textContent!;
      return !document.querySelector('[aria-busy]') && said.includes(text) && !/^正在/.test(said);
    },
    { timeout: 60_000 },
    `“${words}”`,
  );
}

export interface Shown {
  title: string;
  href: string;
  kind: string;
  text: string;
  marks: string[];
}

/** What the list of results shows. */
export const results = (page: Page, list = '[data-search-results]'): Promise<Shown[]> =>
  page.$$eval(`${list} > li`, (items) =>
    items.map((item) => ({
      title: item.querySelector('h2')?.textContent ?? '',
      href: item.querySelector('a')?.href ?? '',
      kind: item.querySelector('.result-kind')?.textContent ?? '',
      text: item.textContent ?? '',
      marks: [...item.querySelectorAll('mark')].map((mark) => mark.textContent ?? ''),
    })),
  );

/** Letters, digits and signs alone: two texts that a reader would call the same string are one. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{S}%]/gu, '')
    .replace(/第(?=[0-9])/g, '');

/** The reply as received: what the library is about. */
export function replyText(): string {
  const file = 'original/changgongxinfu-2021-46.txt';
  const folder = [builtSite, 'content', 'public'].find((one) => existsSync(join(one, file)));
  if (!folder) throw new Error(`${file} is not in the built site, nor in content or public`);
  return readFileSync(join(folder, file), 'utf8').replace(/\s/g, '');
}

export const REPLY = 'replies/2021-46.html';
