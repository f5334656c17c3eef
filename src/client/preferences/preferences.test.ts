/** What is stored is not always what was written: every reading of it gives preferences that can be applied. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { preferencesFrom } from './preferences.ts';

const DEFAULTS = { text: 'standard', scheme: 'system', singleKeys: 'on' };

test('what was chosen holds', () => {
  const chosen = { text: 'large', scheme: 'dark', singleKeys: 'off' };
  assert.deepEqual(preferencesFrom(chosen), chosen);
});

for (const stored of [null, undefined, '', [], 7, { text: 'huge', scheme: 7 }])
  test(`${JSON.stringify(stored)} gives the defaults`, () => {
    assert.deepEqual(preferencesFrom(stored), DEFAULTS);
  });
