/** What an editor sees while `npm run dev` runs: edits, faults, new files and those taken away. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, ConsoleMessage, HTTPRequest, Page } from 'puppeteer-core';
import { launchBrowser } from '../browser/site.ts';
import { answers, EditedContent, PATIENT, startDev, until, type DevServer } from './dev-server.ts';

const TERM = 'terms/seven-ones.mdx';
const NEW = 'terms/new-term.mdx';

const content = new EditedContent();
const sound = content.read(TERM);
let server: DevServer;
let browser: Browser;
let page: Page;

const at = (path: string): string => server.url + path;
const shows = (words: string): Promise<unknown> =>
  page.waitForFunction(
    (text) => document.body?.textContent?.includes(text as string),
    PATIENT,
    words,
  );
/** Opens a page in a tab of its own, as another may reload itself meanwhile, and waits until it hears of edits. */
async function open(path: string): Promise<void> {
  const last = page;
  page = await browser.newPage();
  await last.close();
  const listening = new Promise<void>((settle) => {
    const heard = (message: ConsoleMessage): void => {
      if (!message.text().includes('[vite] connected')) return;
      page.off('console', heard);
      settle();
    };
    page.on('console', heard);
  });
  await page.goto(at(path), PATIENT);
  await listening;
}
/** A page's source, without the places where a title may break. */
const source = async (path: string): Promise<string> =>
  (await (await fetch(at(path))).text()).replaceAll('<wbr>', '');
/** What the overlay says; null where there is none. */
const overlay = (): Promise<string | null> =>
  page.evaluate(
    () => document.querySelector('vite-error-overlay')?.shadowRoot?.textContent ?? null,
  );
const overlayShows = (words: string): Promise<void> =>
  until(server, `the overlay says ${words}`, async () =>
    Boolean((await overlay().catch(() => null))?.includes(words)),
  );
const overlayGoes = (): Promise<void> =>
  until(server, 'the overlay goes', async () => (await overlay().catch(() => '')) === null);

before(async () => {
  content.write(TERM, sound.replace('title:', 'titel:'));
  server = await startDev(content);
  browser = await launchBrowser();
  page = await browser.newPage();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  content.discard();
});

test('a fault at the start is named with file, line and remedy; once it is mended the preview begins', async () => {
  await until(server, 'the fault is named', () => server.printed().includes('field-unknown'));
  assert.match(server.printed(), /seven-ones\.mdx:2\n.*没有名为“titel”的字段\n.*最接近的是 title/u);
  content.write(TERM, sound);
  await until(server, 'the first page', () => answers(at('terms/seven-ones.html')));
});

test('a page opens, with a link that opens its file in the editor', async () => {
  await open('terms/seven-ones.html');
  await shows('在编辑器中打开');
  const html = await source('terms/seven-ones.html');
  assert.match(html, /<h1[^>]*>.*七个一.*<\/h1>/u);
  assert.match(html, /<a href="vscode:\/\/file\/[^"]*\/terms\/seven-ones\.mdx"/u);
});

test('an edit shows in the open page, and in a list that was open before', async () => {
  assert.ok(await answers(at('terms.html')));
  content.write(TERM, sound.replace('title: 七个一', 'title: 七个一试改\naliases: [七个一]'));
  await shows('七个一试改');
  assert.match(await source('terms.html'), /七个一试改/u);
  content.write(TERM, sound);
  await page.waitForFunction(
    () => document.querySelector('h1')?.textContent?.trim() === '七个一',
    PATIENT,
  );
});

test('an edit that is read while a page is still loading shows in it, though another page is open', async () => {
  const held: HTTPRequest[] = [];
  const loading = await browser.newPage();
  await loading.setRequestInterception(true);
  loading.on('request', (request) => {
    if (held.length === 0 && request.url().includes('/@vite/client')) held.push(request);
    else void request.continue();
  });
  const opened = loading.goto(at('terms/seven-ones.html'), PATIENT);
  await until(server, 'the script that hears of edits', () => held.length > 0);
  content.write(TERM, sound.replace('title: 七个一', 'title: 七个一又改'));
  await shows('七个一又改');
  await held[0]!.continue();
  await opened;
  await loading.waitForFunction(
    () => document.querySelector('h1')?.textContent === '七个一又改',
    PATIENT,
  );
  await loading.close();
  content.write(TERM, sound);
  await page.waitForFunction(
    () => document.querySelector('h1')?.textContent?.trim() === '七个一',
    PATIENT,
  );
});

test('a fault is shown over the page with file, line and remedy; once it is mended the page is back', async () => {
  content.write(TERM, sound.replace('title:', 'titel:'));
  await overlayShows('没有名为“titel”的字段');
  const said = await overlay();
  assert.match(said!, /terms\/seven-ones\.mdx:2/u);
  assert.match(said!, /最接近的是 title/u);
  await page.reload(PATIENT);
  await overlayShows('最接近的是 title');
  content.write(TERM, sound);
  await overlayGoes();
  await shows('七个一');
});

test('a new file is a page, in the lists, and a link where a text names it; taken away it is gone', async () => {
  await open('replies/2021-46.html');
  assert.ok(!(await page.content()).includes('terms/new-term.html'));
  content.write(
    NEW,
    '---\ntitle: 产业基础能力\nevidence:\n  - in: replies/2021-46\n    quote: 提升产业基础能力\n---\n',
  );
  await page.waitForFunction(
    () => document.querySelector('main a[href$="terms/new-term.html"]'),
    PATIENT,
  );
  await until(server, 'the new page', () => answers(at('terms/new-term.html')));
  assert.match(await source('terms.html'), /terms\/new-term\.html/u);
  content.remove(NEW);
  await page.waitForFunction(
    () => !document.querySelector('a[href$="terms/new-term.html"]'),
    PATIENT,
  );
  await until(server, 'the page is gone', async () => !(await answers(at('terms/new-term.html'))));
});

test('search finds what has just been written', async () => {
  content.write(TERM, sound.replace('title: 七个一', 'title: 七个一\naliases: [七项一体推进]'));
  await until(server, 'the edit is shown', async () =>
    (await source('terms/seven-ones.html')).includes('七项一体推进'),
  );
  await open('search.html?q=七项一体推进');
  await page.waitForFunction(
    () => document.querySelector('main a[href*="terms/seven-ones.html"]'),
    PATIENT,
  );
});

test('every address that a page names answers: other forms, data, feeds, scripts, styles', async () => {
  const asked = new Set<string>();
  const missing: string[] = [];
  for (const path of [
    'index.html',
    'replies/2021-46.html',
    'data.html',
    'offline.html',
    'search.html',
  ]) {
    const html = await (await fetch(at(path))).text();
    assert.doesNotMatch(html, /\{\{/u, path);
    for (const [, href] of html.matchAll(/\s(?:href|src)="([^"#]+)/gu)) {
      const url = new URL(href!.replaceAll('&amp;', '&'), at(path));
      if (url.origin !== new URL(server.url).origin || asked.has(url.href)) continue;
      asked.add(url.href);
      if (!(await answers(url.href))) missing.push(`${path}: ${href}`);
    }
  }
  assert.deepEqual(missing, []);
  for (const form of [
    'replies/2021-46.akn.xml',
    'replies/2021-46.bib',
    'data/graph.json',
    'atom.xml',
  ])
    assert.ok(
      [...asked].some((url) => url === at(form)),
      `${form} is linked`,
    );
  for (const path of ['manifest.webmanifest', 'replies/2021-46.json', 'replies/2021-46.txt'])
    assert.ok(await answers(at(path)), path);
});
