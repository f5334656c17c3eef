/** From one version of the site to the next: noticed, chosen, whole; and a download that fails changes nothing. */
import assert from 'node:assert/strict';
import { appendFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type { Served } from '../../src/commands/static-server.ts';
import { deploy, makeVersion } from '../archive/versions.ts';
import { launchBrowser, serveApp } from './site.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const PAGES = [
  'index.html',
  'replies.html',
  'search.html',
  'about.html',
  '404.html',
  'offline.html',
];
const host = temporaryFolder('host-');

let versions: Record<'one' | 'two' | 'three', string>;
let served: Served;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

before(async () => {
  versions = {
    one: await makeVersion('one'),
    two: await makeVersion('two'),
    three: await makeVersion('three'),
  };
  cpSync(versions.one, host, { recursive: true });
  served = await serveApp({ folder: host, base: '/library/' });
  browser = await launchBrowser();
  page = await newPage();
  await page.goto(served.url + 'index.html');
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
});

after(async () => {
  await browser.close();
  await served.close();
});

async function newPage(): Promise<Page> {
  const opened = await browser.newPage();
  opened.on('pageerror', (error) => complaints.push(String(error)));
  return opened;
}

const versionOf = (of: Page): Promise<string> =>
  of.$eval('meta[name="version"]', (meta) => meta.getAttribute('content')!);

/** Opens every page of a sample and says which versions were seen. */
async function versionsSeen(): Promise<string[]> {
  const seen = new Set<string>();
  for (const path of PAGES) {
    await page.goto(served.url + path);
    seen.add(await versionOf(page));
  }
  return [...seen];
}

test('a new version waits, and says so quietly; until then every page is the old one', async () => {
  deploy(versions.two, host);
  await page.goto(served.url + 'index.html');
  const notice = await page.waitForSelector('.update-notice', { timeout: 30_000 });
  assert.equal(await notice!.evaluate((element) => element.textContent), '有新版本更新');
  assert.equal(await notice!.evaluate((element) => element.getAttribute('role')), 'status');
  assert.deepEqual(await versionsSeen(), ['one']);
});

test('the reader takes it: every open page is the new one, and so is every other', async () => {
  const other = await newPage();
  await other.goto(served.url + 'about.html');
  assert.equal(await versionOf(other), 'one');
  await page.bringToFront();
  await page.goto(served.url + 'replies.html');
  const button = await page.waitForSelector('.update-notice button');
  await Promise.all([page.waitForNavigation(), other.waitForNavigation(), button!.click()]);
  assert.deepEqual([await versionOf(page), await versionOf(other)], ['two', 'two']);
  assert.equal(await page.$('.update-notice'), null);
  await other.close();
  assert.deepEqual(await versionsSeen(), ['two']);
});

test('the old version is put away', async () => {
  await oneCacheIsLeft();
  assert.deepEqual(await versionsSeen(), ['two']);
});

test('a download that does not match its list, half one version and half another, is refused whole', async () => {
  deploy(versions.three, host);
  appendFileSync(join(host, 'terms.html'), '<!-- still being uploaded -->');
  await page.goto(served.url + 'index.html');
  await updateFails();
  assert.deepEqual(await versionsSeen(), ['two']);
  await oneCacheIsLeft();
  assert.equal(await page.$('.update-notice'), null);
});

test('with the host gone half-way, the old version is whole, offline too', async () => {
  await served.close();
  assert.deepEqual(await versionsSeen(), ['two']);
  assert.deepEqual(complaints, []);
});

/** Every page opened asks for the update again, so a failed one may just be on its way out once more. */
async function oneCacheIsLeft(): Promise<void> {
  await page.waitForFunction(async () => (await caches.keys()).length === 1, { timeout: 60_000 });
}

/** Asks for the update and waits until the worker that was to install is thrown away. */
function updateFails(): Promise<void> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const coming = (await registration.update()).installing ?? registration.installing;
    if (!coming) return;
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        if (coming.state === 'redundant') resolve();
        if (coming.state === 'installed') reject(new Error('the broken version was installed'));
      };
      coming.addEventListener('statechange', look);
      look();
    });
  });
}
