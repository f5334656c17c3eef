/**
 * `npm run bench:forms`: what the forms and the data cost, by building the library with and without them in turn.
 * Prints Markdown.
 *
 *   --content DIR     another content folder than CONTENT_DIR
 *   --corpus DIR      texts for a library of policies instead, as in `npm run bench`; --size N says how many (300)
 *   --runs N          builds a side (3)
 */
import { appendFileSync, cpSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readTexts, takeTexts, writeContent } from './corpus.ts';
import { formSizes, pageGrowth } from './form-sizes.ts';
import { watch, type Watched } from './process-tree.ts';
import { scratchFolder } from './scratch-folder.ts';

const { values } = parseArgs({
  options: {
    content: { type: 'string', default: process.env['CONTENT_DIR'] ?? 'content' },
    corpus: { type: 'string' },
    size: { type: 'string', default: '300' },
    runs: { type: 'string', default: '3' },
  },
});
const LIMIT_SECONDS = 1800;
/** As many forms as have a line of their own. */
const LARGEST = 8;
const typed = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
const folder = scratchFolder('bench-forms-');

const content = join(folder, 'content');
if (values.corpus)
  writeContent(takeTexts(readTexts(typed(values.corpus)), Number(values.size)), content);
else cpSync(typed(values.content), content, { recursive: true });
// What needs a public address is counted too.
const config = join(content, 'library.yaml');
if (!/^address:/mu.test(readFileSync(config, 'utf8')))
  appendFileSync(config, '\naddress: https://example.org/\n');

const SIDES = { with: 'astro.config.mjs', without: 'tests/bench/without-forms.config.ts' };
type Side = keyof typeof SIDES;
const site = (side: Side, run: number): string => join(folder, `${side}-${run}`);
const build = (side: Side, run: number): Promise<Watched> =>
  watch(
    {
      name: `The build ${side} forms`,
      args: ['src/commands/astro.ts', 'build', '--config', SIDES[side]],
      cwd: process.cwd(),
      env: { CONTENT_DIR: content, OUT_DIR: site(side, run) },
    },
    LIMIT_SECONDS,
  );

const runs: Record<Side, Watched[]> = { with: [], without: [] };
for (let run = 0; run < Number(values.runs); run++)
  for (const side of ['without', 'with'] as const) {
    runs[side].push(await build(side, run));
    console.error(`${side} forms: ${runs[side].at(-1)!.seconds.toFixed(1)} s`);
  }

const least = (side: Side, of: (run: Watched) => number): number => Math.min(...runs[side].map(of));
const row = (name: string, ...cells: string[]): void =>
  console.log(`| ${[name, ...cells].join(' | ')} |`);
const compare = (name: string, of: (run: Watched) => number): void => {
  const [less, more] = [least('without', of), least('with', of)];
  row(name, less.toFixed(1), more.toFixed(1), `${(more / less).toFixed(2)} ×`);
};
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

row(`least of ${values.runs} builds, ${availableParallelism()} cores`, 'without forms', 'with', '');
row('---', '---', '---', '---');
compare('build, s', ({ seconds }) => seconds);
compare('processor time, s', ({ cpuSeconds }) => cpuSeconds ?? NaN);
const sizes = formSizes(site('with', 0));
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(2);
row('site without the zip, MB', megabytes(sizes.site - sizes.all), megabytes(sizes.site), '');
row('— its forms and data, MB', '', megabytes(sizes.all), percent(sizes.all, sizes.site));
for (const [kind, bytes] of sizes.forms.slice(0, LARGEST))
  row(`— — \`${kind}\``, '', megabytes(bytes), percent(bytes, sizes.site));
const growth = pageGrowth(site('with', 0), site('without', 0));
row(
  'a page, gzipped, median / p95 / most, bytes more',
  '',
  [growth.median, growth.p95, growth.largest].join(' / '),
  '',
);
