/** A citation typed into a field leads first to its document. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { outcome, results, searchFor, stage, type Stage } from '../search-fixtures/browser.ts';

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
  await page.waitForFunction(() =>
    document.querySelector('[data-search-status]')!.textContent!.includes('七个一'),
  );
  assert.equal(await page.$('[data-search-direct]'), null);
});
