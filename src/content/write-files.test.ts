import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeWhole } from './write-files.ts';
import { temporaryFolder } from '../../tests/temporary-folder.ts';

const folder = () => temporaryFolder('write-whole-');

test('a file is written, and nothing beside it', () => {
  const root = folder();
  writeWhole(join(root, 'new/a.zip'), 'whole');
  assert.equal(readFileSync(join(root, 'new/a.zip'), 'utf8'), 'whole');
  assert.deepEqual(readdirSync(join(root, 'new')), ['a.zip']);
});

test('a folder that cannot be written to is named', () => {
  const path = join(folder(), 'a.zip');
  writeWhole(path, 'a file, not a folder');
  assert.throws(() => writeWhole(join(path, 'b.zip'), 'x'), /b\.zip 没有写成/);
});

// A limit on the size of files stops a write half-way, as a full disk does.
test(
  'a write that stops half-way leaves what was there, and no half',
  { skip: process.platform === 'win32' },
  () => {
    const root = folder();
    const path = join(root, 'a.zip');
    writeWhole(path, 'old');
    const program =
      `import { writeWhole } from ${JSON.stringify(new URL('write-files.ts', import.meta.url).href)};` +
      `writeWhole(${JSON.stringify(path)}, new Uint8Array(1 << 20));`;
    const limited = 'ulimit -f 8; trap "" XFSZ; exec "$0" --input-type=module -e "$1"';
    const { status, stderr } = spawnSync('bash', ['-c', limited, process.execPath, program], {
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(stderr, /a\.zip 没有写成/);
    assert.equal(readFileSync(path, 'utf8'), 'old');
    assert.deepEqual(readdirSync(root), ['a.zip']);
  },
);
