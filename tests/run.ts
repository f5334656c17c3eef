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

const run = (...args: string[]): void => {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

if (files.length === 0) {
  console.error(`No test matches ${wanted.join(' ')}`);
  process.exit(1);
}
ensureBrowsers();
ensureValidators();
run('src/commands/build.ts');
run('--test', '--test-concurrency=3', '--test-timeout=300000', ...files);
