/** What a reader does with a page, in every engine: opens a note, uses the outline, chooses awards, sets the size of the letters. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Served } from '../../src/commands/static-server.ts';
import { chosenEngines, waitUntil } from './engine.ts';
import { suiteInEngine, type InEngine } from './engine-suite.ts';
import { engineFolder, serveForEngines } from './engine-site.ts';
import { faultsOfPage } from './page-checks.ts';

const REPLY = 'replies/2021-46.html';
const NOTE = '#p1-note-1';
const MARK = '#p1-note-1-mark';
/** Engines without `:has` and container queries: the whole table of awards stands, and a page is one column at any width. */
const BELOW_CHROMIUM_105 = ['chromium-92', 'chromium-83'];

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
const boxOf = (selector: string): Box => {
  const { left, right, top, bottom } = document.querySelector(selector)!.getBoundingClientRect();
  return { left, right, top, bottom };
};
const isShown = (selector: string): boolean => {
  const element = document.querySelector(selector);
  const box = element && element.getBoundingClientRect();
  return box !== null && box.width > 1 && box.height > 1;
};
const shownCount = (selector: string): number =>
  Array.from(document.querySelectorAll(selector)).filter(
    (element) => element.getBoundingClientRect().height > 1,
  ).length;
const follow = (selector: string): void => document.querySelector<HTMLElement>(selector)!.click();

let served: Served;
before(async () => {
  served = await serveForEngines(engineFolder());
});
after(() => served.close());

for (const name of chosenEngines())
  suiteInEngine(
    `usage in ${name}`,
    name,
    () => served.url,
    (declare) => {
      const isOld = BELOW_CHROMIUM_105.includes(name);
      const inEngine: InEngine = (title, body) =>
        declare(title, async (engine) => {
          await body(engine);
          assert.deepEqual(await engine.evaluate(faultsOfPage), []);
        });

      inEngine('in one column a note opens beneath its line', async (at) => {
        // The note itself, or with scripts a card with its words.
        const shown = `${NOTE}, .preview`;
        const width = isOld ? 1600 : 390;
        await at.open(served.url + REPLY, width);
        assert.equal(await at.evaluate(shownCount, shown), 0);
        await at.evaluate(follow, MARK);
        await waitUntil(at, 'the note', isShown, '.preview');
        assert.equal(await at.evaluate(shownCount, shown), 1);
        const [mark, note] = [await at.evaluate(boxOf, MARK), await at.evaluate(boxOf, '.preview')];
        assert.ok(note.top >= mark.top, JSON.stringify({ mark, note }));
        assert.ok(note.left >= 0 && note.right <= width, JSON.stringify(note));
      });

      inEngine('the outline opens in one column', async (at) => {
        await at.open(served.url + REPLY, 390);
        await at.evaluate(follow, '.outline summary');
        await waitUntil(at, 'the outline', isShown, '.outline a[href="#s2"]');
      });

      if (!isOld)
        inEngine('on a wide screen notes and the outline stand beside the text', async (at) => {
          await at.open(served.url + REPLY, 1600);
          assert.ok(await at.evaluate(isShown, '.outline a[href="#s2"]'));
          assert.ok(await at.evaluate(isShown, NOTE));
          const [text, note] = [await at.evaluate(boxOf, '#p1'), await at.evaluate(boxOf, NOTE)];
          assert.ok(note.left >= text.right - 1, JSON.stringify({ text, note }));
          assert.ok(Math.abs(note.top - text.top) < 200, JSON.stringify({ text, note }));
        });

      inEngine('awards are chosen, or all of them stand', async (at) => {
        const rows = '.award-page tr[data-choices]';
        await at.open(`${served.url}awards.html`, 1280);
        const all = await at.evaluate(shownCount, rows);
        assert.ok(all > 5);
        if (isOld) return;
        await at.evaluate(follow, 'input[name="filter-1"][value="1"]');
        const some = await at.evaluate(shownCount, rows);
        assert.ok(some > 0 && some < all, `${some} of ${all}`);
      });

      inEngine('letters are made larger, and stay so', async (at) => {
        const size = (): number =>
          parseFloat(getComputedStyle(document.querySelector('#p1')!).fontSize);
        await at.open(served.url + REPLY, 1280);
        const before = await at.evaluate(size);
        await at.evaluate(follow, '.preferences-button');
        await waitUntil(at, 'the dialog', isShown, 'dialog [value="larger"]');
        await at.evaluate(follow, 'dialog [value="larger"]');
        assert.ok((await at.evaluate(size)) > before);
        await at.open(served.url + REPLY, 1280);
        assert.ok((await at.evaluate(size)) > before);
        await at.evaluate(() => localStorage.clear());
      });
    },
  );
