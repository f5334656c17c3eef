/**
 * Every page in a real browser: axe finds nothing in light and dark, nothing scrolls sideways on a
 * phone, nothing is asked of another host, nothing is written to the console.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type { Served } from '../../src/commands/static-server.ts';
import { builtPages } from '../site/built-pages.ts';
import { launchBrowser, serveSite } from './site.ts';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const paths = builtPages().map(({ path }) => path);

let served: Served;
let browser: Browser;
let page: Page;
const requests = new Set<string>();
const complaints: string[] = [];

before(async () => {
  [served, browser] = await Promise.all([serveSite(), launchBrowser()]);
  page = await browser.newPage();
  page.on('request', (request) => requests.add(request.url()));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type()))
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${String(error)}`));
});

after(async () => {
  await browser.close();
  await served.close();
});

/** Runs axe on the open page; in dark only the colours can differ. */
async function axe(colorsOnly: boolean): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async (only) => {
    const run = (
      globalThis as never as {
        axe: {
          run: (o: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      }
    ).axe.run;
    const { violations } = await run(
      only ? { runOnly: ['color-contrast'] } : { resultTypes: ['violations'] },
    );
    return violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 160)}`);
  }, colorsOnly);
}

async function faultsOf(scheme: 'light' | 'dark'): Promise<string[]> {
  const faults: string[] = [];
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  for (const path of paths) {
    await page.goto(served.url + path, { waitUntil: 'load' });
    faults.push(...(await axe(scheme === 'dark')).map((fault) => `${path}: ${fault}`));
  }
  return faults;
}

test('axe finds nothing on any page in light', { timeout: 600_000 }, async () => {
  await page.setViewport({ width: 1280, height: 900 });
  assert.deepEqual(await faultsOf('light'), []);
});

test('axe finds no colour too faint on any page in dark', { timeout: 600_000 }, async () => {
  assert.deepEqual(await faultsOf('dark'), []);
});

test('no page scrolls sideways at 390 px', { timeout: 300_000 }, async () => {
  await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
  const wide: string[] = [];
  for (const path of paths) {
    await page.goto(served.url + path, { waitUntil: 'load' });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 390) wide.push(`${path}: ${width} px`);
  }
  assert.deepEqual(wide, []);
});

test('no request left the site, and no page complained', () => {
  const outside = [...requests].filter(
    (url) => !url.startsWith(served.url) && !url.startsWith('data:'),
  );
  assert.deepEqual(outside, []);
  assert.deepEqual(complaints, []);
});
