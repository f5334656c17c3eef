/**
 * `npm run bench:file`: the archive's search page opened from `file://` by a browser that was started for it, in turn
 * without a question, until it can be asked, and with one, until the first result stands there. Prints a Markdown
 * table of the medians and their ratio, which says more than either time: both grow alike on a busy machine.
 *
 *   --rounds N   openings of each kind in each browser (7)
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { unpackArchive } from '../archive/unpacked.ts';
import type { BrowserName } from '../browser/find-browser.ts';
import { launchBrowser } from '../browser/site.ts';
import { spreadOf } from './sizes.ts';

const QUESTION = '七个一';
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });
const page = pathToFileURL(join(unpackArchive(), 'data/site/search.html')).href;

/** Milliseconds from the address to what is waited for, in a browser that has just been started. */
async function opened(name: BrowserName, address: string, until: string): Promise<number> {
  const browser = await launchBrowser(name);
  try {
    const [tab] = await browser.pages();
    const started = performance.now();
    await tab!.goto(address, { waitUntil: 'domcontentloaded' });
    await tab!.waitForSelector(until, { timeout: 60_000 });
    return performance.now() - started;
  } finally {
    await browser.close();
  }
}

console.log('| browser | page alone | page and first result | ratio |\n| --- | --- | --- | --- |');
for (const name of ['chromium', 'firefox'] as const) {
  const [alone, searched]: [number[], number[]] = [[], []];
  for (let round = 0; round < Number(values.rounds); round++) {
    alone.push(await opened(name, page, '[data-search-status]:not(:empty)'));
    searched.push(await opened(name, `${page}?q=${encodeURIComponent(QUESTION)}`, '.result mark'));
  }
  const [one, other] = [spreadOf(alone).median, spreadOf(searched).median];
  console.log(
    `| ${name} | ${one.toFixed(0)} ms | ${other.toFixed(0)} ms | ${(other / one).toFixed(2)} |`,
  );
}
