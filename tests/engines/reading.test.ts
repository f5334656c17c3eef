/** Reading in every engine: the text unbroken, its links seen, nothing on anything else, nothing wider than a phone, no error. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import type { Served } from '../../src/commands/static-server.ts';
import { chosenEngines } from './engine.ts';
import { suiteInEngine } from './engine-suite.ts';
import { engineFolder, serveForEngines } from './engine-site.ts';
import {
  brokenSentences,
  faultsOfPage,
  overlappingWords,
  sidewaysScroll,
  unseenLinks,
} from './page-checks.ts';

const REPLY = 'replies/2021-46.html';
const PHONE = 390;
const WIDTHS = [PHONE, 800, 1280, 1600];
/** A page of each kind. */
const PAGES = [
  'index.html',
  'about.html',
  'awards.html',
  'data.html',
  'map.html',
  'offline.html',
  'progress.html',
  'search.html',
  'measures.html',
  'terms.html',
  'clusters/rail-transit.html',
  'measures/chain-liaison.html',
  'policies/three-year-plan.html',
  'policies/industry-quality-city.html',
  'terms/two-five-three.html',
];

/** The sentences of the reply, without white space, from the file as received: a line that is not at its end goes on after a page break. */
const sentences = readFileSync('content/original/changgongxinfu-2021-46.txt', 'utf8')
  .replace(/(?<=.{22}[^。：复])\n+/gu, '')
  .split(/(?<=[。；])|\n/u)
  .map((sentence) => sentence.replace(/\s/gu, ''))
  .filter((sentence) => /[。；：]$/u.test(sentence));

let served: Served;
before(async () => {
  served = await serveForEngines(engineFolder());
});
after(() => served.close());

for (const name of chosenEngines())
  suiteInEngine(
    `reading in ${name}`,
    name,
    () => served.url,
    (inEngine) => {
      inEngine(
        'every sentence of the reply stands unbroken, with and without styles',
        async (at) => {
          assert.ok(sentences.length > 25);
          for (const width of [PHONE, 1280])
            for (const bare of [false, true]) {
              await at.open(served.url + REPLY, width);
              const broken = await at.evaluate(
                brokenSentences,
                sentences,
                bare ? 'body' : 'article',
                bare,
              );
              assert.deepEqual(broken, [], `${width} px, ${bare ? 'without' : 'with'} styles`);
            }
        },
      );

      inEngine('every link of the reply can be seen', async (at) => {
        await at.open(served.url + REPLY, 1280);
        const { seen, unseen } = await at.evaluate(unseenLinks, 'article');
        assert.deepEqual(unseen, []);
        assert.ok(seen > 100, `${seen} links`);
      });

      inEngine('no words lie on others', async (at) => {
        for (const path of [REPLY, ...PAGES])
          for (const width of path === REPLY ? WIDTHS : [PHONE, 1280]) {
            await at.open(served.url + path, width);
            const pairs = await at.evaluate(overlappingWords, 'main');
            assert.deepEqual(pairs, [], `${path} at ${width} px`);
          }
      });

      inEngine('no page is wider than a phone, and none has a fault', async (at) => {
        for (const path of [REPLY, ...PAGES]) {
          await at.open(served.url + path, PHONE);
          assert.deepEqual(await at.evaluate(faultsOfPage), [], path);
          assert.ok((await at.evaluate(sidewaysScroll)) <= 0, path);
        }
      });
    },
  );
