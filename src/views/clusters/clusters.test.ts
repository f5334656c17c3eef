import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleLibrary as library } from '../../../tests/site/sample-library.ts';
import { chainCount, clusterOverview } from './clusters.ts';

test('clusters stand by tier, under the term that is their pattern', () => {
  const overview = clusterOverview(library);
  assert.deepEqual(
    overview?.tiers.map(({ label, clusters }) => [label, clusters.length]),
    [
      ['1000亿元', 1],
      ['500亿元', 1],
    ],
  );
  assert.equal(overview?.summary, '1个1000亿元、1个500亿元');
  assert.equal(overview?.term?.title, '11');
});

test('chains are counted as the text counts them, beside those it names', () => {
  const count = chainCount(library);
  assert.deepEqual([count?.stated, count?.named], [23, 1]);
});
