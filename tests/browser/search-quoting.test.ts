/** The line under a document that holds the entries which quote it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  outcome,
  REPLY,
  results,
  searchFor,
  stage,
  type Stage,
} from '../search-fixtures/browser.ts';

let site: Stage;
before(async () => void (site = await stage()));
after(() => site.close());

const LINE = '[data-search-quoting]';

test('七个一: the reply and the term come first, and at most five results stand by themselves', async () => {
  const { page } = await site.open(searchFor('七个一'));
  await outcome(page);
  const shown = await results(page);
  const first = shown.slice(0, 2).map(({ href }) => new URL(href).pathname.slice(1));
  assert.deepEqual(first.sort(), [REPLY, 'terms/seven-ones.html']);
  assert.ok(shown.length <= 5, shown.map(({ title }) => title).join('、'));
  const said = await page.$eval('[data-search-status]', (status) => status.textContent!);
  assert.match(said, new RegExp(`^${shown.length}页含有“七个一”，另有\\d+个条目引用$`));
});

test('the line opens by key, and its links lead to entries, where they quote it to the quotation', async () => {
  const { page, errors } = await site.open(searchFor('七个一'));
  await outcome(page);
  const words = await page.$eval(`${LINE} summary`, (summary) => summary.textContent!);
  const count = Number(/^(\d+)个条目引用$/.exec(words)?.[1]);
  assert.ok(count > 5, words);
  await page.focus(`${LINE} summary`);
  await page.keyboard.press('Enter');
  await page.waitForSelector(`${LINE} li a`);
  const links = await page.$$eval(`${LINE} li a`, (all) => all.map(({ href }) => href));
  assert.equal(new Set(links).size, count);
  for (const link of [links[0]!, links.at(-1)!]) {
    await page.goto(link);
    const { hash, pathname } = new URL(link);
    assert.notEqual(pathname, `/${REPLY}`);
    const told = await page.$eval(hash || 'main', (place) => place.textContent!);
    assert.match(told, /七个一/);
  }
  assert.deepEqual(errors, []);
});

test('filtered by 举措, the measures that quote stand as results with the words quoted', async () => {
  const { page } = await site.open(searchFor('七个一', '&kind=举措'));
  await outcome(page);
  const shown = await results(page);
  assert.ok(shown.length >= 2);
  for (const { kind, text, marks } of shown) {
    assert.equal(kind, '举措');
    assert.ok(marks.includes('七个一'), text);
  }
  const count = await page.$eval('input[name=kind][value=举措]', (input) =>
    Number(input.parentElement!.lastElementChild!.textContent),
  );
  const said = await page.$eval('[data-search-status]', (status) => parseInt(status.textContent!));
  assert.equal(said, count);
});
