/** The build that `npm test` begins with and another, as far from it as one machine allows, give the same zip, byte for byte. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { builtSite } from '../browser/site.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** What no build reads, or what it writes. */
const NOT_SOURCES = new Set([
  'node_modules',
  'dist',
  'archive',
  '.git',
  '.astro',
  '.cache',
  'coverage',
]);

/** Builds a copy of this repository in a folder of its own, and returns the zip. */
function buildElsewhere(
  folder: string,
  environment: Record<string, string>,
): { name: string; zip: Buffer } {
  const root = join(temporaryFolder('build-'), folder);
  mkdirSync(root, { recursive: true });
  for (const name of readdirSync('.').reverse()) {
    if (NOT_SOURCES.has(name) || name.startsWith('.dist')) continue;
    cpSync(name, join(root, name), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const { OUT_DIR: _, CONTENT_DIR: __, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/build.ts'], {
    cwd: root,
    env: { ...inherited, ...environment },
    encoding: 'utf8',
  });
  assert.equal(status, 0, stdout + stderr);
  return archiveIn(join(root, 'dist/downloads'));
}

function archiveIn(downloads: string): { name: string; zip: Buffer } {
  const name = readdirSync(downloads).find((file) => file.endsWith('.zip'))!;
  return { name, zip: readFileSync(join(downloads, name)) };
}

test('folder, time zone, language and day do not show', { timeout: 300_000 }, () => {
  const clock = pathToFileURL(resolve('tests/archive/shift-clock.mjs')).href;
  const one = archiveIn(join(builtSite, 'downloads'));
  const two = buildElsewhere('b c/much/deeper', {
    TZ: 'Pacific/Kiritimati',
    LANG: 'zh_CN.UTF-8',
    LC_ALL: 'zh_CN.UTF-8',
    NODE_OPTIONS: `--import=${clock}`,
  });
  assert.equal(two.name, basename(one.name));
  assert.deepEqual(differing(one.zip, two.zip), []);
  assert.ok(one.zip.equals(two.zip));
});

/** Which files differ: says more than that two zips do. */
function differing(one: Buffer, two: Buffer): string[] {
  const [a, b] = [unzipSync(one), unzipSync(two)];
  const paths = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...paths].filter((path) => !a[path] || !b[path] || !Buffer.from(a[path]).equals(b[path]));
}
