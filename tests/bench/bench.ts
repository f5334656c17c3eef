/**
 * `npm run bench -- --corpus DIR --sizes 300,1000,3475`: this library beside plain Astro and, where it is installed, Hugo, each with stock Pagefind,
 * on the same texts, in one run. DIR holds `.md` files, each with its title in a `# ` line; where it has
 * fewer than a size, they are repeated with changes. Prints Markdown.
 *
 *   --out FILE        writes what was measured as JSON, after each size
 *   --markdown FILE   prints the tables of such a file, and measures nothing;
 *   --into FILE       puts them between the marks `<!-- bench -->` and `<!-- /bench -->` of a page instead
 *   --queries N       cold questions a side (200; 0 for none)
 *   --limit SECONDS   a build that takes longer is stopped (1800)
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readTexts } from './corpus.ts';
import { hugoVersion } from './plain-site.ts';
import { inMarkdown } from './report.ts';
import { runSize, type Report } from './run.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    sizes: { type: 'string', default: '300,1000' },
    out: { type: 'string' },
    markdown: { type: 'string' },
    into: { type: 'string' },
    queries: { type: 'string', default: '200' },
    limit: { type: 'string', default: '1800' },
  },
});
const MARKS = ['<!-- bench -->', '<!-- /bench -->'] as const;
// npm runs this in the repository's folder; a path is meant from where it was typed.
const typed = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);

const whole = (name: string, text: string, least: number): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least)
    throw new Error(`${name} takes whole numbers from ${least}, not “${text}”.`);
  return number;
};

/** Replaces what stands between the marks of a page. Throws when it has none. */
function putBetweenMarks(file: string, text: string): void {
  const page = readFileSync(file, 'utf8');
  const [start, end] = [page.indexOf(MARKS[0]), page.indexOf(MARKS[1])];
  if (start < 0 || end < start) throw new Error(`${file} has no ${MARKS.join(' … ')}.`);
  const before = page.slice(0, start + MARKS[0].length);
  writeFileSync(file, `${before}\n\n${text}\n\n${page.slice(end)}`);
}

async function main(): Promise<void> {
  if (values.markdown) {
    const text = inMarkdown(JSON.parse(readFileSync(typed(values.markdown), 'utf8')) as Report);
    if (values.into) putBetweenMarks(typed(values.into), text);
    else console.log(text);
    return;
  }
  if (!values.corpus || !existsSync(typed(values.corpus)))
    throw new Error('Name a folder of .md texts: npm run bench -- --corpus DIR --sizes 300,1000');
  const sizes = values.sizes.split(',').map((size) => whole('--sizes', size, 1));
  const limits = {
    buildSeconds: whole('--limit', values.limit, 1),
    questions: whole('--queries', values.queries, 0),
  };
  const texts = readTexts(typed(values.corpus));
  if (texts.length === 0) throw new Error(`${values.corpus} holds no .md texts.`);
  const report: Report = {
    machine: {
      cores: availableParallelism(),
      memory: totalmem(),
      platform: `${process.platform} ${process.arch}`,
      node: process.versions.node,
    },
    ...(hugoVersion() && { hugo: hugoVersion() }),
    runs: [],
  };
  for (const size of sizes.toSorted((a, b) => a - b)) {
    report.runs.push(await runSize(texts, size, limits, (what) => console.error(what)));
    if (values.out) writeFileSync(typed(values.out), `${JSON.stringify(report, null, 2)}\n`);
  }
  console.log(inMarkdown(report));
}

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
