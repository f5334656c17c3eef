/** The library that `npm run new -- library` writes: sound, and built, searchable and archived at once. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parsePage } from './built-pages.ts';

let folder: string;
const path = (...parts: string[]): string => join(folder, ...parts);
const run = (command: string, ...args: string[]) =>
  spawnSync(process.execPath, [`src/commands/${command}.ts`, ...args], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: path('library'), OUT_DIR: path('out'), INIT_CWD: folder },
  });

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'new-'));
  assert.equal(run('new', 'library', 'library').status, 0);
  const { status, stderr } = run('build');
  assert.equal(status, 0, stderr);
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('its two documents are linked, and say of themselves that they are examples', () => {
  const reply = parsePage('replies/sample-reply.html', path('out'));
  assert.ok(reply.querySelector('#p2 a[href="../policies/sample-notice.html"]'));
  assert.ok(reply.querySelector('#p2 a[href="../terms/word-for-word.html"]'));
  for (const page of [reply, parsePage('policies/sample-notice.html', path('out'))])
    assert.match(page.querySelector('article')?.textContent ?? '', /示例文本，不是任何机关/u);
});
test('it can be searched, and its archive is whole', () => {
  assert.ok(existsSync(path('out/search.html')));
  const zip = readdirSync(path('out/downloads')).find((file) => file.endsWith('.zip'));
  const { status, stdout } = run('verify', path('out/downloads', zip!));
  assert.equal(status, 0, stdout);
});
