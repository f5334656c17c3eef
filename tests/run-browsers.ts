/**
 * `npm run test:browsers`: the tests of `tests/engines` in the engines that `npm test` leaves out: Chromium 83, 92 and 109, fetched as
 * npm packages, and the WebKit of Safari 16.0. The site is built where it is not there yet. `ENGINES=webkit,chromium-83` chooses others.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { ensureBrowsers, ensureOldBrowsers } from './browser/find-browser.ts';
import { builtSite } from './browser/site.ts';
import { ENGINES } from './engines/engine.ts';

const node = (...args: string[]): boolean => {
  const env = { ...process.env, ENGINES: process.env.ENGINES ?? ENGINES.slice(3).join(',') };
  return (
    spawnSync(process.execPath, args, { stdio: 'inherit', env, timeout: 300_000 }).status === 0
  );
};

ensureBrowsers();
ensureOldBrowsers();
if (!existsSync(builtSite) && !node('src/commands/build.ts')) process.exit(1);
const files = globSync('tests/engines/*.test.ts').sort();
const bounds = ['--test-concurrency=2', '--test-timeout=120000', '--test-force-exit'];
const passes = (): boolean => node('--test', ...bounds, ...files);
// The old builds, in one process, sometimes hang for no reason of a page's: what is wrong with a page is so twice.
if (!passes() && !passes()) process.exit(1);
