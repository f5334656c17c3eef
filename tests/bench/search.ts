/**
 * `npm run bench:search -- --corpus DIR`: our search and stock Pagefind side by side, on one site, in one
 * run, in a real Chromium, over random substrings of 2–8 characters. Without --corpus: on this library.
 * Prints a Markdown table. Leaves nothing behind.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { close, createIndex } from 'pagefind';
import type { Browser, Page } from 'puppeteer-core';
import { contentFolder } from '../../src/content/content-folder.ts';
import { readValidLibrary } from '../../src/content/read-library.ts';
import { buildIndex } from '../../src/search/build/build-index.ts';
import { writeIndex } from '../../src/search/build/integration.ts';
import { recordsOf } from '../../src/search/build/records.ts';
import { launchBrowser } from '../browser/site.ts';
import { buildLibrary, writeLibrary } from './search-library.ts';
import type { Side } from './search-page.ts';
import { countingServer, type CountingServer } from './search-server.ts';
import { shownTimes } from './search-shown.ts';
import { drawQuestions, type Truth } from './search-truth.ts';

type Name = 'stock' | 'ours';
const NAMES: Name[] = ['stock', 'ours'];

interface Measured {
  recall: number;
  precision: number;
  results: number;
  coldBytes: number[];
  allColdBytes: number[];
  coldMs: number[];
  warmMs: number[];
}

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, queries: { type: 'string', default: '200' } },
});

function quantile(numbers: number[], part: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

function sizeOf(folder: string, counts: (path: string) => boolean): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile() && counts(path))
    .reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
}

/** Indexes the same pages as stock Pagefind would: their main text, by its own defaults. Returns seconds. */
async function indexStock(site: string): Promise<number> {
  const started = performance.now();
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = '20000';
  const { index } = await createIndex({
    rootSelector: 'main',
    excludeSelectors: ['[data-unindexed]'],
  });
  const { page_count } = await index!.addDirectory({ path: site, glob: '*/*.html' });
  if (page_count === 0) throw new Error('Stock Pagefind found no pages.');
  await index!.writeFiles({ outputPath: join(site, 'stock') });
  await close();
  delete process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'];
  return (performance.now() - started) / 1000;
}

const call = <Result>(page: Page, name: Name, method: keyof Side, query: string): Promise<Result> =>
  page.evaluate(
    (side, what, text) =>
      (window as unknown as { sides: Record<Name, Side> }).sides[side][what](text) as never,
    name,
    method,
    query,
  );

async function freshPage(browser: Browser, server: CountingServer) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(`${server.url}bench.html`);
  server.take();
  return { page, close: () => context.close() };
}

/** What a query reads of the index itself: not scripts, not WebAssembly. */
const isIndex = ({ path }: { path: string }) => /\.(pf_\w+|json)$/.test(path);

async function measure(
  name: Name,
  browser: Browser,
  server: CountingServer,
  truth: Truth,
): Promise<Measured> {
  const measured: Measured = {
    recall: 0,
    precision: 0,
    results: 0,
    coldBytes: [],
    allColdBytes: [],
    coldMs: [],
    warmMs: [],
  };
  const sum = (sent: { bytes: number }[]) => sent.reduce((total, { bytes }) => total + bytes, 0);
  for (const { query } of truth.questions) {
    const cold = await freshPage(browser, server);
    const { ms } = await call<{ ms: number }>(cold.page, name, 'ask', query);
    const sent = server.take();
    measured.coldMs.push(ms);
    measured.coldBytes.push(sum(sent.filter(isIndex)));
    measured.allColdBytes.push(sum(sent));
    await cold.close();
  }
  const warm = await freshPage(browser, server);
  for (const query of truth.warming) await call(warm.page, name, 'ask', query);
  let [found, right, first, rightFirst] = [0, 0, 0, 0];
  for (const { query } of truth.questions) {
    const answer = await call<{ ms: number; first: string[] }>(warm.page, name, 'ask', query);
    measured.warmMs.push(answer.ms);
    first += answer.first.length;
    rightFirst += answer.first.filter((page) => truth.holds(page, query)).length;
  }
  for (const { query, pages } of truth.questions) {
    const all = new Set(await call<string[]>(warm.page, name, 'all', query));
    measured.results += all.size;
    right += pages.size;
    found += [...pages].filter((page) => all.has(page)).length;
  }
  await warm.close();
  measured.recall = found / right;
  measured.precision = first === 0 ? 1 : rightFirst / first;
  return measured;
}

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`;
const milliseconds = (ms: number) => `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
const medianAndP95 = (numbers: number[], format: (value: number) => string) =>
  `${format(quantile(numbers, 0.5))} / ${format(quantile(numbers, 0.95))}`;

function printTable(
  truth: Truth,
  results: Record<Name, Measured>,
  sizes: Record<Name, number>,
  seconds: Record<Name, number>,
): void {
  const right = truth.questions.reduce((sum, { pages }) => sum + pages.size, 0);
  const rows: [string, (name: Name) => string][] = [
    ['recall', (name) => results[name].recall.toFixed(3)],
    ['precision of the first ten', (name) => results[name].precision.toFixed(3)],
    [`results in all (${right} are right)`, (name) => String(results[name].results)],
    [
      'index bytes of a cold query, median / p95',
      (name) => medianAndP95(results[name].coldBytes, kilobytes),
    ],
    [
      'all bytes of a cold query, scripts and WebAssembly too',
      (name) => medianAndP95(results[name].allColdBytes, kilobytes),
    ],
    [
      'cold time to ten results, median / p95',
      (name) => medianAndP95(results[name].coldMs, milliseconds),
    ],
    [
      'warm time to ten results, median / p95',
      (name) => medianAndP95(results[name].warmMs, milliseconds),
    ],
    ['index size', (name) => kilobytes(sizes[name])],
    ['index build', (name) => `${seconds[name].toFixed(1)} s`],
  ];
  console.log(
    `\n${truth.pages} pages, ${truth.characters} characters; ${truth.questions.length} random substrings of 2–8 characters.\n`,
  );
  console.log('| | stock Pagefind | this search |\n| --- | --- | --- |');
  for (const [label, value] of rows) console.log(`| ${label} | ${NAMES.map(value).join(' | ')} |`);
}

const folder = mkdtempSync(join(tmpdir(), 'bench-search-'));
const site = join(folder, 'site');
try {
  const content = values.corpus && join(folder, 'content');
  if (values.corpus && content) writeLibrary(resolve(values.corpus), content);
  mkdirSync(folder, { recursive: true });
  console.error('Building the site …');
  buildLibrary(content || undefined, site);
  const { library } = await readValidLibrary(content || contentFolder());
  const truth = drawQuestions(recordsOf(library), Number(values.queries));

  const started = performance.now();
  await writeIndex(site, await buildIndex(recordsOf(library)));
  const seconds = { ours: (performance.now() - started) / 1000, stock: await indexStock(site) };
  const unused = /^pagefind-|\.css$/;
  const sizes = {
    ours: sizeOf(join(site, 'pagefind'), () => true),
    stock: sizeOf(
      join(site, 'stock'),
      (path) => !unused.test(path) || path === 'pagefind-entry.json',
    ),
  };

  const { outputFiles } = await build({
    entryPoints: ['tests/bench/search-page.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    external: ['pagefind-runtime'],
  });
  const engine = readdirSync(join(site, 'assets')).find((name) => name.startsWith('engine.'))!;
  const server = await countingServer(site, {
    'bench.html': `<!doctype html><html lang="zh-Hans" data-engine="assets/${engine}"><title>bench</title><script src="bench.js"></script></html>`,
    'bench.js': outputFiles[0]!.text,
  });
  const browser = await launchBrowser();
  try {
    const results = {} as Record<Name, Measured>;
    for (const name of NAMES) {
      console.error(`Measuring ${name} …`);
      results[name] = await measure(name, browser, server, truth);
    }
    printTable(truth, results, sizes, seconds);
    console.error('Measuring the search page …');
    const asked = truth.questions.map(({ query }) => query);
    const shown = await shownTimes(browser, server.url, asked, truth.warming);
    console.log(
      `\nOn the search page, from a new question to its results laid out, median / p95: ${medianAndP95(shown, milliseconds)}.`,
    );
  } finally {
    await browser.close();
    server.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
