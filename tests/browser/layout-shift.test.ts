/** What a reader has begun to read stays where it is while the rest of the page comes. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import type { Served } from '../../src/commands/static-server.ts';
import { launchBrowser, serveSite } from './site.ts';

let served: Served;
let browser: Browser;

before(async () => {
  [served, browser] = await Promise.all([serveSite(), launchBrowser()]);
});
after(async () => {
  await browser.close();
  await served.close();
});

/** Shifts that were not asked for, summed as Layout Instability scores them, until a selector is on the page. */
async function shiftOf(path: string, width: number, awaited: string): Promise<number> {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 844 });
  await page.evaluateOnNewDocument(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (!(entry as never as { hadRecentInput: boolean }).hadRecentInput)
          shifts.push((entry as never as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(served.url + path, { waitUntil: 'load' });
  await page.waitForSelector(awaited);
  const sum = await page.evaluate(async () => {
    for (let frames = 0; frames < 5; frames++) await new Promise(requestAnimationFrame);
    const { shifts } = globalThis as never as { shifts: number[] };
    return shifts.reduce((total, value) => total + value, 0);
  });
  await page.close();
  return sum;
}

const PAGES = [
  ['replies/2021-46.html', '.preferences-button'],
  ['clusters/new-materials.html', '.quotation .copy:not([hidden])'],
  ['search.html?q=七个一', '.result'],
] as const;

for (const [path, awaited] of PAGES)
  for (const width of [390, 1280])
    test(`${path} stays still at ${width} px`, async () => {
      const shift = await shiftOf(path, width, awaited);
      assert.ok(shift < 0.005, `shifted by ${shift}`);
    });
