/**
 * `npm run bench:answers -- --out FILE`: asks a built site every question of `search-queries.txt`, in a real Chromium, and
 * writes which pages answer each, in order. `-- --against FILE` compares with what was written before, and lists
 * every question that is answered otherwise. `--site DIR` names another site, `--queries FILE` other questions.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { launchBrowser } from '../browser/site.ts';
import type { Side } from './search-page.ts';
import { countingServer } from './search-server.ts';

type Answers = Record<string, string[]>;

const { values } = parseArgs({
  options: {
    site: { type: 'string', default: 'dist' },
    queries: { type: 'string', default: join(import.meta.dirname, 'search-queries.txt') },
    out: { type: 'string' },
    against: { type: 'string' },
  },
});

async function answersOf(site: string, queries: string[]): Promise<Answers> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'search-page.ts')],
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
    const page = await browser.newPage();
    await page.goto(`${server.url}bench.html`);
    const answers: Answers = {};
    for (const query of queries) {
      answers[query] = await page.evaluate(async (text) => {
        const { ours } = (window as unknown as { sides: { ours: Side } }).sides;
        const { first } = await ours.ask(text);
        return first;
      }, query);
    }
    return answers;
  } finally {
    await browser.close();
    server.close();
  }
}

const queries = readFileSync(values.queries, 'utf8').split('\n').filter(Boolean);
const answers = await answersOf(values.site, queries);
if (values.out) writeFileSync(values.out, `${JSON.stringify(answers, null, 1)}\n`);
if (values.against) {
  const before = JSON.parse(readFileSync(values.against, 'utf8')) as Answers;
  const other = queries.filter((query) => answers[query]!.join() !== before[query]?.join());
  for (const query of other)
    console.log(
      `${query}\n  before: ${before[query]?.join(' ')}\n  now:    ${answers[query]!.join(' ')}`,
    );
  console.log(
    `${queries.length - other.length} of ${queries.length} questions have the same first ten in the same order.`,
  );
}
