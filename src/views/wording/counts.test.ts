import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from './counts.ts';

test('things are counted in Chinese as they are said', () => {
  const cases: [count: number, words: string][] = [
    [1, '一份'],
    [2, '两份'],
    [10, '十份'],
    [12, '十二份'],
    [20, '二十份'],
    [102, '102份'],
  ];
  for (const [count, words] of cases) assert.equal(counted(count, '份'), words);
});
