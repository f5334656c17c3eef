import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleLibrary as library } from '../../../tests/site/sample-library.ts';
import { chainCount } from './chain-count.ts';

test('chains are counted as the text counts them, beside those it names', () => {
  const count = chainCount(library);
  assert.deepEqual([count?.stated, count?.named], [23, 1]);
});
