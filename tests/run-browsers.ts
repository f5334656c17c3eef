/**
 * `npm run test:browsers`: the tests of `tests/engines` in the engines that `npm test` leaves out: Chromium 83, 92 and 109, fetched as
 * npm packages, and the WebKit of Safari 16.0. The site is built where it is not there yet. `ENGINES=webkit,chromium-83` chooses others.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { ensureBrowsers, ensureOldBrowsers } from './browser/find-browser.ts';
import { builtSite } from './browser/site.ts';
import { ENGINES } from './engines/engine.ts';

const run = (...args: string[]): void => {
  const env = { ...process.env, ENGINES: process.env.ENGINES ?? ENGINES.slice(3).join(',') };
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
};

ensureBrowsers();
ensureOldBrowsers();
if (!existsSync(builtSite)) run('src/commands/build.ts');
const files = globSync('tests/engines/*.test.ts').sort();
run('--test', '--test-concurrency=2', '--test-timeout=600000', '--test-force-exit', ...files);
