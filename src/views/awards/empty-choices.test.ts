/** The least that has to be chosen for a table to be empty. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyChoices } from './empty-choices.ts';

test('only the smallest empty choices are told', () => {
  const filters = [
    ['首次获得', '新认定'],
    ['定额', '最高限额'],
    ['甲', '乙'],
  ];
  const rows = [
    [0, 0, 0],
    [0, 1, 1],
    [1, 0, 1],
  ];
  assert.deepEqual(
    emptyChoices(filters, rows).map(({ labels }) => labels.join('+')),
    ['新认定+最高限额', '新认定+甲', '最高限额+甲', '首次获得+定额+乙'],
  );
  assert.deepEqual(emptyChoices([['甲']], [[0]]), []);
});
