/** Previews of what a document names: by mouse, by keyboard, on later mentions. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import type { Served } from '../../src/commands/static-server.ts';
import { launchBrowser, serveSite } from './site.ts';

const REPLY = 'replies/2021-46.html';

let served: Served;
let browser: Browser;
let page: Page;

before(async () => {
  [served, browser] = await Promise.all([serveSite(), launchBrowser()]);
});
after(async () => {
  await browser.close();
  await served.close();
});

async function open(width: number, script = true): Promise<void> {
  await page?.close();
  page = await browser.newPage();
  await page.setJavaScriptEnabled(script);
  await page.setViewport({ width, height: 900 });
  await page.goto(served.url + REPLY, { waitUntil: 'load' });
}

/** The titles of the previews that a reader sees. */
const shown = (): Promise<string[]> =>
  page.$$eval('.preview', (previews) =>
    previews
      .filter((preview) => preview.checkVisibility())
      .map((preview) => preview.querySelector('b')!.textContent!),
  );

const waitForPreviews = (count: number): Promise<unknown> =>
  page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('.preview')].filter((one) => one.checkVisibility()).length ===
      wanted,
    {},
    count,
  );

/** The first link of the text to a page, or a later one; scrolled into the middle. */
async function mention(path: string, nth: number): Promise<ElementHandle<Element>> {
  const links = await page.$$(`article a.mention[href*="${path}"]`);
  assert.ok(links[nth], `${path} is named ${nth + 1} times`);
  await links[nth].evaluate((link) => link.scrollIntoView({ block: 'center' }));
  return links[nth];
}

const NAMED_TWICE = 'organisations/changzhou-miit';

for (const nth of [0, 1])
  test(`pointing at mention ${nth + 1} of a page shows its preview, which stays while it is pointed at`, async () => {
    await open(1280);
    const link = await mention(NAMED_TWICE, nth);
    await link.hover();
    await waitForPreviews(1);
    const title = await shown();
    await page.hover('.preview');
    // Longer than it takes to go by itself.
    await new Promise((resolve) => setTimeout(resolve, 800));
    assert.deepEqual(await shown(), title);
    await page.mouse.move(2, 2);
    await waitForPreviews(0);
  });

test('Escape takes the preview away, and the text is as it was', async () => {
  await open(1280);
  const before = await page.$eval('article', (article) => article.innerHTML);
  const link = await mention(NAMED_TWICE, 1);
  await link.hover();
  await waitForPreviews(1);
  await page.keyboard.press('Escape');
  await waitForPreviews(0);
  assert.equal(await page.$eval('article', (article) => article.innerHTML), before);
});

test('a link that the keyboard reaches shows its preview, the next one takes its place', async () => {
  await open(1280);
  const link = await mention(NAMED_TWICE, 1);
  await link.evaluate((element) => {
    const all = [...document.querySelectorAll<HTMLElement>('a[href], button, summary')];
    const before = all[all.indexOf(element as HTMLElement) - 1]!;
    before.focus();
  });
  await page.keyboard.press('Tab');
  await waitForPreviews(1);
  assert.ok(await link.evaluate((element) => element === document.activeElement));
  await page.keyboard.press('Escape');
  await waitForPreviews(0);
  assert.ok(await link.evaluate((element) => element === document.activeElement));
});

test('the preview of a name that is broken over two lines is reached from its first half', async () => {
  for (let width = 1280; ; width -= 16) {
    assert.ok(width > 700, 'some name is broken over two lines');
    await open(width);
    const broken = await page.evaluateHandle(() =>
      [...document.querySelectorAll('article a.mention')].find(
        (link) => link.getClientRects().length === 2,
      ),
    );
    const link = broken.asElement() as ElementHandle<Element> | null;
    if (!link) continue;
    await link.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const first = await link.evaluate((element) => {
      const { x, y, width: w, height } = element.getClientRects()[0]!;
      return { x: x + w / 2, y: y + height / 2 };
    });
    await page.mouse.move(first.x, first.y);
    await waitForPreviews(1);
    const box = (await (await page.$('.preview'))!.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 12 });
    await new Promise((resolve) => setTimeout(resolve, 800));
    assert.equal((await shown()).length, 1);
    return;
  }
});

test('without script the first mention has its preview as its title', async () => {
  await open(1280, false);
  const link = await mention(NAMED_TWICE, 0);
  assert.match(await link.evaluate((e) => e.getAttribute('title') ?? ''), /^机构.*\n/u);
});

test('a card is a tooltip of its link, and a finger that taps a link follows it', async () => {
  await open(1280);
  const link = await mention(NAMED_TWICE, 0);
  await link.hover();
  await waitForPreviews(1);
  const described = await link.evaluate((e) => e.getAttribute('aria-describedby'));
  assert.equal(await page.$eval(`#${described}`, (card) => card.getAttribute('role')), 'tooltip');
  await page.keyboard.press('Escape');
  assert.equal(await link.evaluate((e) => e.hasAttribute('aria-describedby')), false);
  await Promise.all([page.waitForNavigation(), (link as ElementHandle<Element>).tap()]);
  assert.match(page.url(), /organisations\/changzhou-miit/u);
});

test('no preview lies outside the window', async () => {
  for (const width of [700, 1280, 1600]) {
    await open(width);
    for (const nth of [0, 1]) {
      await (await mention(NAMED_TWICE, nth)).hover();
      await waitForPreviews(1);
      const outside = await page.$$eval('.preview', (previews) =>
        previews
          .filter((preview) => preview.checkVisibility())
          .map((preview) => preview.getBoundingClientRect())
          .filter(
            ({ left, right, top, bottom }) =>
              left < 0 || right > innerWidth || top < 0 || bottom > innerHeight,
          ),
      );
      assert.equal(outside.length, 0);
      await page.mouse.move(2, 2);
      await waitForPreviews(0);
    }
  }
});
