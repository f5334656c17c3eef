/** Cold searches in a real Chromium: a page that has fetched nothing yet asks for its first ten results. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'puppeteer-core';
import { launchBrowser } from '../browser/site.ts';
import type { Question } from './questions.ts';
import type { Side } from './search-page.ts';
import { countingServer, type CountingServer } from './search-server.ts';
import { spreadOf, type Spread } from './sizes.ts';

export interface Searched {
  questions: number;
  /** Bytes of the index that a cold question fetches; and of everything, scripts too. */
  indexBytes: Spread;
  allBytes: Spread;
  milliseconds: Spread;
  /** Questions whose first ten all hold the string, of those that have results. */
  firstTenRight: number;
  precision: number;
  recall: number;
  /** Questions that recall was measured on, as long as the time lasted. */
  recalled: number;
}

export type SideName = 'ours' | 'stock';

/** What is fetched of the index itself: not scripts, not WebAssembly, not the bench's own page. */
const isIndex = ({ path }: { path: string }): boolean => /\.(pf_\w+|json)$/u.test(path);
const SCRIPT = 'bench.js';
const RECALL_LIMIT_MS = 120_000;

const idOf = (path: string): string => /([^/]+)\.html/u.exec(path)?.[1] ?? path;

async function serve(site: string): Promise<CountingServer> {
  const { outputFiles } = await build({
    entryPoints: ['tests/bench/search-page.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    external: ['pagefind-runtime'],
  });
  const assets = join(site, 'assets');
  const engine = readdirSync(site).includes('assets')
    ? readdirSync(assets).find((name) => name.startsWith('engine.'))
    : undefined;
  return countingServer(site, {
    'bench.html': `<!doctype html><html lang="zh-Hans" data-engine="${engine ? `assets/${engine}` : ''}"><title>bench</title><script src="${SCRIPT}"></script></html>`,
    [SCRIPT]: outputFiles[0]!.text,
  });
}

async function freshPage(browser: Browser, server: CountingServer, side: SideName) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(`${server.url}bench.html`);
  server.take();
  const call = <Result>(method: keyof Side, query: string): Promise<Result> =>
    page.evaluate(
      (name, what, text) =>
        (window as unknown as { sides: Record<SideName, Side> }).sides[name][what](text) as never,
      side,
      method,
      query,
    );
  return { call, close: () => context.close() };
}

/** Asks every question cold, then all again for their whole answers. */
export async function searchSite(
  site: string,
  side: SideName,
  questions: Question[],
): Promise<Searched> {
  const server = await serve(site);
  const browser = await launchBrowser();
  const sum = (sent: { bytes: number }[]) => sent.reduce((total, { bytes }) => total + bytes, 0);
  const [index, all, times] = [[] as number[], [] as number[], [] as number[]];
  let [first, right, firstTenRight, found, wanted, recalled] = [0, 0, 0, 0, 0, 0];
  try {
    for (const { query, holds } of questions) {
      const page = await freshPage(browser, server, side);
      const answer = await page.call<{ ms: number; first: string[] }>('ask', query);
      const sent = server.take();
      await page.close();
      times.push(answer.ms);
      index.push(sum(sent.filter(isIndex)));
      all.push(sum(sent));
      const held = answer.first.filter((path) => holds(idOf(path))).length;
      first += answer.first.length;
      right += held;
      if (held === answer.first.length && held > 0) firstTenRight += 1;
    }
    const page = await freshPage(browser, server, side);
    const until = performance.now() + RECALL_LIMIT_MS;
    for (const { query, ids } of questions) {
      if (performance.now() > until) break;
      await page.call('ask', query);
      const results = new Set((await page.call<string[]>('all', query)).map(idOf));
      found += [...ids].filter((id) => results.has(id)).length;
      wanted += ids.size;
      recalled += 1;
    }
    await page.close();
  } finally {
    await browser.close();
    server.close();
  }
  return {
    questions: questions.length,
    indexBytes: spreadOf(index),
    allBytes: spreadOf(all),
    milliseconds: spreadOf(times),
    firstTenRight,
    precision: first === 0 ? 1 : right / first,
    recall: wanted === 0 ? 1 : found / wanted,
    recalled,
  };
}
