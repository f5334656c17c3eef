/**
 * Search and the app under exactly the headers that hosts are told to send: neither needs more. What did would fire
 * `securitypolicyviolation`. That every page keeps to them is tested where every page is opened.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { parseHeaders, type Served } from '../../src/commands/static-server.ts';
import { launchBrowser, serveApp, serveSite } from './site.ts';

const headers = parseHeaders(readFileSync('public/_headers', 'utf8'));

let served: Served;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

before(async () => {
  [served, browser] = await Promise.all([serveSite({ headers }), launchBrowser()]);
  page = await browser.newPage();
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type()))
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${String(error)}`));
  await page.exposeFunction('reportViolation', (what: string) => complaints.push(what));
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { reportViolation } = globalThis as unknown as {
        reportViolation: (what: string) => void;
      };
      reportViolation(
        `${location.pathname}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`,
      );
    });
  });
});

after(async () => {
  await browser.close();
  await served.close();
});

test('search runs under the policy', async () => {
  await page.goto(`${served.url}search.html?q=${encodeURIComponent('七个一')}`);
  await page.waitForSelector('.result mark', { timeout: 60_000 });
  assert.deepEqual(complaints, []);
});

test('the app installs under the policy, and its pages go on under it', async () => {
  // Previews at a loopback address keep nothing: the app is tried under another name of this machine.
  const app = await serveApp({ headers });
  await page.goto(app.url, { waitUntil: 'load' });
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const response = await page.reload({ waitUntil: 'load' });
  assert.ok(response!.fromServiceWorker());
  assert.equal(
    response!.headers()['content-security-policy'],
    headers('/')['content-security-policy'],
  );
  assert.deepEqual(complaints, []);
  await app.close();
});

test('the nginx settings in the docs send the same', () => {
  const docs = readFileSync('docs/hosting.md', 'utf8');
  const stated = [...docs.matchAll(/^add_header ([\w-]+) "(.*)" always;$/gm)];
  assert.deepEqual(
    Object.fromEntries(stated.map(([, name, value]) => [name!.toLowerCase(), value])),
    Object.fromEntries(Object.entries(headers('/')).filter(([name]) => name !== 'cache-control')),
  );
});
