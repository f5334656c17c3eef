import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { launchBrowser } from './site.ts';
import {
  outcome,
  plain,
  REPLY,
  results,
  searchFor,
  stage,
  type Stage,
} from '../search-fixtures/browser.ts';

let site: Stage;
before(async () => void (site = await stage()));
after(() => site.close());

/** What is marked, once it is, and once the page has moved to it. */
const marked = async (page: Page) => {
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('mark.search-hit')].some((mark) => {
        const { top } = mark.getBoundingClientRect();
        return top >= 0 && top < innerHeight;
      }),
    { timeout: 60_000 },
  );
  return page.evaluate(() => {
    const marks = [...document.querySelectorAll('mark.search-hit')];
    return {
      text: marks.map((mark) => mark.textContent).join(''),
      tops: marks.map((mark) => mark.getBoundingClientRect().top),
      height: innerHeight,
    };
  });
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 600));

for (const query of [
  '七个一',
  '常办电[2021]39号',
  '第0272号',
  '促进产业集聚水平提升，招引重大项目',
]) {
  test(`the page that “${query}” leads to marks it, in view`, async () => {
    const { page, errors } = await site.open(searchFor(query));
    await outcome(page);
    const found = (await results(page)).find(({ href }) => href.includes(REPLY))!;
    await page.goto(found.href);
    const { text, tops, height } = await marked(page);
    assert.ok(plain(text).includes(plain(query)), text);
    assert.ok(
      tops.some((top) => top >= 0 && top < height),
      tops.join(),
    );
    assert.deepEqual(errors, []);
  });
}

test('a hit is marked across links, and across paragraphs', async () => {
  for (const hit of [
    '常州市工业智造明星城市建设三年行动计划（2020—2022年）》，提出',
    '刘兴尧委员：您（你们）提出',
  ]) {
    const { page } = await site.open(`${REPLY}?hit=${encodeURIComponent(hit)}`);
    assert.equal(plain((await marked(page)).text), plain(hit));
  }
});

test('the text with its marks is what it was, and what is copied of it has none', async () => {
  const { page } = await site.open(REPLY);
  const text = async () => page.$eval('main', (main) => main.textContent);
  const before = await text();
  await page.goto(
    `${site.url}${REPLY}?hit=${encodeURIComponent('三年行动计划（2020—2022年）》，提出')}`,
  );
  await marked(page);
  assert.equal(await text(), before);
  const copied = await page.evaluate(() => {
    const paragraph = document.querySelector('mark.search-hit')!.closest('p')!;
    getSelection()!.selectAllChildren(paragraph);
    const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true });
    paragraph.dispatchEvent(event);
    return event.clipboardData!.getData('text/html');
  });
  assert.match(copied, /三年行动计划/u);
  assert.doesNotMatch(copied, /<mark/u);
});

for (const hit of [
  '<img src=x onerror=alert(1)>',
  '%',
  '',
  '\u0000',
  '产'.repeat(5000),
  '不在这页上的字',
]) {
  test(`?hit=${JSON.stringify(hit.slice(0, 20))} does no harm`, async () => {
    const { page, errors } = await site.open(
      `${REPLY}?hit=${encodeURIComponent(hit)}#${encodeURIComponent('"><b>')}`,
    );
    await settled();
    assert.deepEqual(errors, []);
    assert.equal(await page.$('main img[src=x]'), null);
  });
}

test('a fragment that cannot be decoded does not keep the hit from being shown', async () => {
  const { page, errors } = await site.open(`${REPLY}?hit=${encodeURIComponent('七个一')}#%E4`);
  assert.match((await marked(page)).text, /^(七个一)+$/);
  assert.deepEqual(errors, []);
});

test('Firefox marks the hit and shows it', async () => {
  const browser = await launchBrowser('firefox');
  try {
    const page = await browser.newPage();
    await page.goto(`${site.url}${REPLY}?hit=${encodeURIComponent('七个一')}#p7`);
    const { text, tops, height } = await marked(page);
    assert.match(text, /^(七个一)+$/);
    assert.ok(tops.some((top) => top >= 0 && top < height));
  } finally {
    await browser.close();
  }
});
