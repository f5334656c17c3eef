import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryOf, libraryOf } from '../../tests/site/sample-library.ts';
import { memoizeByLibrary } from './maps.ts';

test('a library is read once, another library anew', () => {
  let reads = 0;
  const size = memoizeByLibrary((library) => {
    reads++;
    return library.entries.size;
  });
  const one = libraryOf(entryOf('terms/a', 'title: 一个词'));
  assert.deepEqual([size(one), size(one), size(libraryOf())], [1, 1, 0]);
  assert.equal(reads, 2);
});
