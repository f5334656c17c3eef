/**
 * `npm test`: gets browsers and validators where they lack, builds the site, and runs every test. Words after `--`
 * choose the tests whose path holds one of them.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { ensureBrowsers } from './browser/find-browser.ts';
import { ensureValidators } from './forms/validators.ts';

const wanted = process.argv.slice(2);
const files = globSync(['src/**/*.test.ts', 'tests/**/*.test.ts'])
  .sort()
  .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)));

/** The whole suite takes five minutes on two cores; what is not ended by then hangs. */
const LIMIT_MINUTES = 18;

const run = (...args: string[]): void => {
  const limits = { timeout: LIMIT_MINUTES * 60_000 };
  const { status, error } = spawnSync(process.execPath, args, { stdio: 'inherit', ...limits });
  if (error) console.error(`Stopped: ${error.message} (limit: ${LIMIT_MINUTES} min)`);
  if (status !== 0) process.exit(status ?? 1);
};

if (files.length === 0) {
  console.error(`No test matches ${wanted.join(' ')}`);
  process.exit(1);
}
ensureBrowsers();
ensureValidators();
run('src/commands/build.ts');
// A server that a failed test has left open would keep its file's process for ever: so the exit is forced.
const bounds = ['--test-timeout=300000', '--test-force-exit'];
// What keeps nothing between tests shares one process, which loads each module once; Pagefind has one runtime a process, and
// tests of scripts put a page's globals in place.
const isUnit = (file: string): boolean =>
  /^src\b/u.test(file) && !/^src.(?:commands|search.(?:engine|ui))\b/u.test(file);
const units = files.filter(isUnit);
const others = files.filter((file) => !isUnit(file));
if (units.length > 0) run('--test', '--test-isolation=none', ...bounds, ...units);
if (others.length > 0) run('--test', '--test-concurrency=3', ...bounds, ...others);
