/** A citation typed into a field leads first to its document. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { HTTPRequest } from 'puppeteer-core';
import {
  answered,
  outcome,
  results,
  searchFor,
  stage,
  type Stage,
} from '../search-fixtures/browser.ts';

let site: Stage;
before(async () => void (site = await stage()));
after(() => site.close());

const NOTICE = 'policies/chain-liaison-notice.html';

test('常办电〔2021〕39号 leads first to the notice, marked 直达, on the search page', async () => {
  const { page, errors } = await site.open(searchFor('常办电〔2021〕39号'));
  await outcome(page);
  const [place, ...others] = await results(page, '[data-search-direct]');
  assert.ok(place!.href.includes(NOTICE), place!.href);
  assert.equal(place!.kind, '直达');
  assert.match(place!.text, /政策/);
  assert.deepEqual(others, []);
  const above = await page.$eval('[data-search-direct]', (list) =>
    list.compareDocumentPosition(document.querySelector('[data-search-results]')!),
  );
  assert.ok(above & 4, 'before the results');
  assert.deepEqual(errors, []);
});

test('in the dropdown it is the first option, and Enter goes there', async () => {
  const { page } = await site.open('about.html');
  await page.type('[data-search-input]', '常办电〔2021〕39号');
  await page.waitForSelector('.option-direct');
  await page.keyboard.press('ArrowDown');
  const selected = await page.$eval(
    '[role=option][aria-selected=true]',
    (option) => option.className,
  );
  assert.match(selected, /option-direct/);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.ok(page.url().includes(NOTICE));
});

test('what is no citation has no such entry, and one that was shown goes with the next question', async () => {
  const { page } = await site.open(searchFor('常办电〔2021〕39号'));
  await outcome(page);
  await page.$eval('[data-search-input]', (input) => {
    (input as HTMLInputElement).value = '七个一';
    (input as HTMLInputElement).form!.requestSubmit();
  });
  await answered(page, '七个一');
  assert.equal(await page.$('[data-search-direct]'), null);
});

test('while a question is waited for, nothing that was found for the one before stands beside its name', async () => {
  const { page } = await site.open('index.html');
  // Requests of workers do not pass a page’s interception: without workers they do.
  await page.evaluateOnNewDocument(() => {
    delete (window as { Worker?: unknown }).Worker;
  });
  let slow = false;
  const held: HTTPRequest[] = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (slow) held.push(request);
    else void request.continue();
  });
  await page.goto(site.url + searchFor('常办电〔2021〕39号'));
  await outcome(page);
  assert.ok(await page.$('[data-search-direct]'));
  slow = true;
  await page.$eval('[data-search-input]', (input) => {
    (input as HTMLInputElement).value = '龙头骨干企业';
    (input as HTMLInputElement).form!.requestSubmit();
  });
  await page.waitForFunction(
    () =>
      document.querySelector('[data-search-status]')!.textContent === '正在搜索“龙头骨干企业”……',
  );
  assert.equal(await page.$('[data-search-direct], [data-search-results] > li'), null);
  slow = false;
  for (const request of held) void request.continue();
  await answered(page, '龙头骨干企业');
  assert.ok((await results(page)).length > 0);
});
