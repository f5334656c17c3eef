import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import {
  answered,
  outcome,
  plain,
  results,
  searchFor,
  stage,
  type Stage,
} from '../search-fixtures/browser.ts';

let site: Stage;
before(async () => void (site = await stage()));
after(() => site.close());

// Words that entries only quote are found at the document that they stand in, which then comes first.
const byHand: [query: string, first: RegExp, said: RegExp][] = [
  ['七个一', /terms\/seven-ones\.html/, /^\d+页含有“七个一”(，另有\d+个条目引用)?$/],
  ['253', /terms\/two-five-three\.html/, /^\d+页含有“253”(，另有\d+个条目引用)?$/],
  ['0272', /replies\/2021-46\.html/, /^\d+页含有“0272”(，另有\d+个条目引用)?$/],
  ['第46号', /replies\/2021-46\.html/, /^\d+页含有“第46号”(，另有\d+个条目引用)?$/],
  [
    '常办电[2021]39号',
    /policies\/chain-liaison-notice\.html/,
    /^\d+页含有“常办电\[2021\]39号”(，另有\d+个条目引用)?$/,
  ],
  ['1000万元', /replies\/2021-46\.html/, /^\d+页含有“1000万元”(，另有\d+个条目引用)?$/],
  ['造业集群', /replies\/2021-46\.html/, /^\d+页含有“造业集群”(，另有\d+个条目引用)?$/],
  ['産業鏈', /replies\/2021-46\.html/, /^\d+页含有“産業鏈”（简体“产业链”）(，另有\d+个条目引用)?$/],
  [
    '特钢材料 大数据',
    /replies\/2021-46\.html/,
    /^\d+页同时含有“特钢材料”和“大数据”(，另有\d+个条目引用)?$/,
  ],
];

for (const [query, first, said] of byHand) {
  test(`“${query}”, typed by hand, finds first what it should`, async () => {
    const { page, errors } = await site.open(searchFor(query));
    await outcome(page);
    const shown = await results(page);
    assert.match(shown[0]!.href, first);
    const status = await page.$eval('[data-search-status]', (element) => element.textContent);
    assert.match(status!, said);
    assert.deepEqual(errors, []);
  });
}

test('every result shows title, kind and a marked sentence that holds the string', async () => {
  const { page } = await site.open(searchFor('工作机制'));
  await outcome(page);
  for (const { title, kind, marks } of await results(page)) {
    assert.notEqual(title, '');
    assert.notEqual(kind, '');
    assert.ok(marks.length > 0 && marks.every((mark) => plain(mark) === '工作机制'), marks.join());
  }
});

test('filters have counts, narrow the results, stand in the address, and Back undoes them', async () => {
  const { page } = await site.open(searchFor('产业链'));
  await outcome(page);
  /** Waits for the count that the status begins with. */
  const counts = (pages: number) =>
    page.waitForFunction(
      (wanted) => parseInt(document.querySelector('[data-search-status]')!.textContent!) === wanted,
      { timeout: 60_000 },
      pages,
    );
  const all = await page.$eval('[data-search-status]', (element) => parseInt(element.textContent!));
  const box = 'input[name=kind][value=术语]';
  const count = await page.$eval(box, (input) =>
    Number(input.parentElement!.lastElementChild!.textContent),
  );
  await page.focus(box);
  await page.keyboard.press('Space');
  assert.notEqual(count, all);
  await counts(count);
  assert.ok((await results(page)).every(({ kind }) => kind === '术语'));
  assert.equal(new URL(page.url()).searchParams.get('kind'), '术语');
  assert.equal(await page.$eval(box, (input) => input === document.activeElement), true);
  await page.goBack();
  await counts(all);
  assert.equal(new URL(page.url()).searchParams.get('kind'), null);
});

test('an address with a query and filters shows them; the sort by date is in it too', async () => {
  const { page } = await site.open(searchFor('产业', '&kind=政策&sort=date'));
  await outcome(page);
  assert.ok((await results(page)).every(({ kind }) => kind === '政策'));
  assert.equal(
    await page.$eval('[data-search-sort]', (select) => (select as HTMLSelectElement).value),
    'date',
  );
  assert.equal(
    await page.$eval('[data-search-input]', (input) => (input as HTMLInputElement).value),
    '产业',
  );
  await page.select('[data-search-sort]', 'relevance');
  await page.waitForFunction(() => !location.search.includes('sort'));
});

test('Back goes from one search to the one before', async () => {
  const { page } = await site.open(searchFor('七个一'));
  await outcome(page);
  await page.$eval('[data-search-input]', (input) => ((input as HTMLInputElement).value = ''));
  await page.type('[data-search-input]', '产业链');
  await page.keyboard.press('Enter');
  await answered(page, '产业链');
  await page.goBack();
  await answered(page, '七个一');
  assert.equal(
    await page.$eval('[data-search-input]', (input) => (input as HTMLInputElement).value),
    '七个一',
  );
});

test('Back passes over words half typed when Enter finished them', async () => {
  const { page } = await site.open(searchFor('七个一'));
  await outcome(page);
  await page.$eval('[data-search-input]', (input) => ((input as HTMLInputElement).value = ''));
  await page.type('[data-search-input]', '产业');
  await answered(page, '产业');
  await page.type('[data-search-input]', '链');
  await page.keyboard.press('Enter');
  await answered(page, '产业链');
  await page.goBack();
  await answered(page, '七个一');
});

test('Back from a result returns to the same results at the same place', async () => {
  const { page } = await site.open(searchFor('产业'));
  await outcome(page);
  await page.$eval('[data-search-more]', (button) => (button as HTMLButtonElement).click());
  await page.waitForFunction(
    () => document.querySelectorAll('[data-search-results] > li').length > 10,
  );
  const before = await results(page);
  await page.$eval('[data-search-results] > li:nth-child(15) a', (link) =>
    link.scrollIntoView({ behavior: 'instant', block: 'center' }),
  );
  const place = await page.evaluate(() => scrollY);
  await Promise.all([
    page.waitForNavigation(),
    page.$eval('[data-search-results] > li:nth-child(15) a', (link) =>
      (link as HTMLAnchorElement).click(),
    ),
  ]);
  await page.goBack();
  await outcome(page);
  await page.waitForFunction(
    (least) => document.querySelectorAll('[data-search-results] > li').length >= least,
    {},
    15,
  );
  assert.deepEqual((await results(page))[14], before[14]);
  await page.waitForFunction((y) => Math.abs(scrollY - y) < 200, { timeout: 60_000 }, place);
});

test('more results leave the focus on the button, and those that stand there as they are', async () => {
  const { page } = await site.open(searchFor('产业'));
  await outcome(page);
  await page.$eval('[data-search-results] > li', (first) => first.setAttribute('data-first', ''));
  await page.$eval('[data-search-more]', (more) =>
    (more as HTMLElement).focus({ preventScroll: true }),
  );
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    () => document.querySelectorAll('[data-search-results] > li').length > 10,
  );
  assert.ok(await page.$('[data-search-results] > li:first-child[data-first]'));
  assert.equal(
    await page.evaluate(() => document.activeElement!.matches('[data-search-more]')),
    true,
  );
});

test('nothing matches: says so, and shows the nearest apart, marked 近似结果', async () => {
  const { page } = await site.open(searchFor('产业链大数据五年计划'));
  await outcome(page);
  assert.deepEqual(await results(page), []);
  assert.ok(await page.$('[data-search-empty]'));
  assert.match(await page.$eval('main', (main) => (main as HTMLElement).innerText), /近似结果/);
  assert.ok((await results(page, '[data-search-partial]')).length > 0);
});

test('one character works', async () => {
  const { page } = await site.open(searchFor('链'));
  await outcome(page);
  assert.ok((await results(page)).every(({ marks }) => marks.includes('链')));
});

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"\'`',
  '\u0000\u0007\u001b',
  '\ud800七个一',
  '。，！？',
  '产'.repeat(20_000),
  '(.*)+$',
  '%00%',
  '../../etc',
  '&lt;b&gt;',
];
for (const query of hostile) {
  test(`${JSON.stringify(query.slice(0, 30))} is searched for as text, and the page says so`, async () => {
    const { page, errors } = await site.open('search.html');
    await page.waitForFunction(
      () => document.querySelector('[data-search-status]')!.textContent !== '',
    );
    await page.$eval(
      '[data-search-input]',
      (input, value) => {
        (input as HTMLInputElement).value = value;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      },
      query,
    );
    await outcome(page);
    assert.deepEqual(errors, []);
    assert.equal(await page.$('main script, main img'), null);
    const status = await page.$eval('[data-search-status]', (element) => element.textContent!);
    assert.ok(status.length < 200);
    for (const word of query.toWellFormed().split(/[\s\p{Cc}]+/u)) {
      const visible = Array.from(word).slice(0, 20).join('');
      assert.ok(status.includes(visible), status);
    }
  });
}

test('without scripts the page and the header say how to search instead', async () => {
  const { page } = await site.open('index.html');
  await page.setJavaScriptEnabled(false);
  await page.goto(`${site.url}search.html`);
  assert.match(await page.$eval('main', (main) => (main as HTMLElement).innerText), /Ctrl\+F/);
  const height = () => page.$eval('header', (header) => header.getBoundingClientRect().height);
  await page.setJavaScriptEnabled(true);
  await page.goto(`${site.url}terms.html`);
  const usual = await height();
  await page.setJavaScriptEnabled(false);
  await page.goto(`${site.url}terms.html`);
  assert.ok((await height()) < usual * 1.5);
  assert.match(
    await page.$eval('header', (header) => (header as HTMLElement).innerText),
    /Ctrl\+F/,
  );
});

for (const scheme of ['light', 'dark']) {
  for (const width of [390, 1280]) {
    test(`axe finds nothing on the search page, ${scheme}, ${width} px, and it does not scroll sideways`, async () => {
      const { page } = await site.open(searchFor('产业链'));
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await outcome(page);
      await page.evaluate(
        readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
      );
      const violations = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
      });
      assert.deepEqual(violations, []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    });
  }
}
