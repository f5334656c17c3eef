/** What every engine is handed when a reader copies out of an official text: its words, and nothing of the editors'. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Served } from '../../src/commands/static-server.ts';
import { parsePage } from '../site/built-pages.ts';
import { chosenEngines, FRAME_PAGE, startEngine, type Engine } from './engine.ts';
import { engineFolder, serveForEngines } from './engine-site.ts';

const REPLY = 'replies/2021-46.html';
const PARAGRAPHS = ['p1', 'p2', 's1', 'p3'];
const words = PARAGRAPHS.map((id) => parsePage(REPLY).getElementById(id)!.textContent!);

/** Selects from one paragraph to another and copies, as the page's own script sees it. */
function copied(first: string, last: string): { plain: string; html: string } {
  const range = document.createRange();
  range.setStartBefore(document.getElementById(first)!);
  range.setEndAfter(document.getElementById(last)!);
  getSelection()!.removeAllRanges();
  getSelection()!.addRange(range);
  const clipboardData = new DataTransfer();
  document.dispatchEvent(new ClipboardEvent('copy', { clipboardData, cancelable: true }));
  return { plain: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') };
}

let served: Served;
before(async () => {
  served = await serveForEngines(engineFolder());
});
after(() => served.close());

/** Firefox hands no clipboard to an event that a script makes; `tests/browser/copying.test.ts` pastes in it for real. */
for (const name of chosenEngines().filter((engine) => engine !== 'firefox'))
  describe(`copying in ${name}`, () => {
    let engine: Engine | undefined;
    before(
      async () => {
        engine = await startEngine(name, served.url + FRAME_PAGE);
      },
      { timeout: 120_000 },
    );
    after(() => engine?.close());

    test(
      'three paragraphs and a heading are copied without notes',
      { timeout: 120_000 },
      async (t) => {
        if (!engine) return t.diagnostic(`no ${name} on this machine: not tested`);
        for (const width of [390, 1400]) {
          await engine.open(served.url + REPLY, width);
          const { plain, html }: ReturnType<typeof copied> = await engine.evaluate(
            copied,
            'p1',
            'p3',
          );
          assert.deepEqual(plain.split('\n'), words);
          assert.doesNotMatch(html, /校注|title=|aside|aria-label/u);
        }
      },
    );
  });
