import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readState, writeState } from './search-state.ts';

const cases: [address: string, written: string][] = [
  ['', ''],
  ['?q=%E4%B8%83%E4%B8%AA%E4%B8%80', '?q=%E4%B8%83%E4%B8%AA%E4%B8%80'],
  ['?kind=b&q=a&kind=a&kind=b&sort=date', '?q=a&kind=b&kind=a&sort=date'],
  ['?sort=sideways&unknown=1&year=', ''],
  ['?q=a+b%20c', '?q=a+b+c'],
];
for (const [address, written] of cases) {
  test(`${address || 'an empty address'} is written as ${written || 'none'}`, () => {
    assert.equal(writeState(readState(new URLSearchParams(address))), written);
  });
}

test('a long query, or half a surrogate pair, makes an address all the same', () => {
  const address = writeState({
    query: `${'产'.repeat(999)}𠀀${'业'.repeat(9000)}`,
    filters: {},
    sort: 'relevance',
  });
  assert.ok(readState(new URLSearchParams(address)).query.isWellFormed());
});
