import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { listFiles, readFiles } from './files.ts';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';

const folder = (): string => {
  const root = temporaryFolder('files-');
  mkdirSync(join(root, 'b'));
  writeFileSync(join(root, 'b/c.txt'), 'c');
  writeFileSync(join(root, 'a.txt'), 'a');
  return root;
};

test('paths begin at the folder, however it is written', () => {
  const root = folder();
  const here = `./${relative('.', root)}`;
  for (const written of [root, `${root}/`, `${root}/./`, `${root}/b/..`, here, relative('.', root)])
    assert.deepEqual(listFiles(written), ['a.txt', 'b/c.txt'], written);
});

test('a link is refused, and a folder that is not there is empty', () => {
  const root = folder();
  assert.deepEqual(readFiles(join(root, 'none')).size, 0);
  symlinkSync('a.txt', join(root, 'd'));
  assert.throws(() => listFiles(root), /d 不是普通文件/);
});
