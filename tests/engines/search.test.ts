/** Search in every engine, over http and from `file://`: it finds and marks; where it cannot run it says so, and nothing breaks. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Served } from '../../src/commands/static-server.ts';
import { unpackArchive } from '../archive/unpacked.ts';
import { chosenEngines, FRAME_PAGE, startEngine, waitUntil, type Engine } from './engine.ts';
import { engineFolder, fileAddress, serveForEngines } from './engine-site.ts';
import { faultsOfPage } from './page-checks.ts';

const QUERIES = ['七个一', '常办电〔2021〕39号'];
/** Engines whose WebAssembly does not let Pagefind run. */
const WITHOUT_SEARCH = ['chromium-92', 'chromium-83'];

const hasResults = (): boolean => document.querySelector('[data-search-results] a') !== null;
const resultsText = (): string =>
  document.querySelector<HTMLElement>('[data-search-results]')!.innerText;
/** What helps instead is told. */
const hasNotice = (): boolean =>
  /浏览器.*Ctrl\+F/.test(
    document.querySelector<HTMLElement>('[data-search-page]')!.innerText.replace(/\s/g, ''),
  );
/** Whether words of the page are marked. */
const hasMarks = (): boolean => document.querySelector('mark.search-hit') !== null;
const goToFirst = (): void =>
  document.querySelector<HTMLAnchorElement>('[data-search-results] a')!.click();

let served: Served;
let archive: string;
before(async () => {
  served = await serveForEngines(engineFolder());
  archive = fileAddress(engineFolder(join(unpackArchive(), 'data/site')));
});
after(() => served.close());

for (const name of chosenEngines())
  for (const from of ['http', 'file'] as const)
    describe(`search in ${name}, from ${from}`, () => {
      let engine: Engine | undefined;
      let root: string;
      before(
        async () => {
          root = from === 'http' ? served.url : archive;
          engine = await startEngine(name, root + FRAME_PAGE);
        },
        { timeout: 120_000 },
      );
      after(() => engine?.close());

      const isAble = !WITHOUT_SEARCH.includes(name);
      const title = isAble ? 'it finds, and marks what it found' : 'it says that it cannot run';
      test(title, { timeout: 300_000 }, async (t) => {
        if (!engine) return t.diagnostic(`no ${name} on this machine: not tested`);
        for (const query of QUERIES) {
          await engine.open(`${root}search.html?q=${encodeURIComponent(query)}`, 1280);
          if (isAble) {
            await waitUntil(engine, `results for ${query}`, hasResults);
            assert.ok((await engine.evaluate(resultsText)).includes(query));
            assert.deepEqual(await engine.evaluate(faultsOfPage), []);
            await engine.evaluate(goToFirst);
            await waitUntil(engine, `marks for ${query}`, hasMarks);
          } else {
            await waitUntil(engine, 'a notice', hasNotice);
          }
          assert.deepEqual(await engine.evaluate(faultsOfPage), []);
        }
      });
    });
