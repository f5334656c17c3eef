/** What is stored is not always what was written: every reading of it gives preferences that can be applied. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULTS, parsePreferences } from './preferences.ts';

test('what was stored is read again', () => {
  const chosen = { text: 'large', scheme: 'dark', singleKeys: false } as const;
  assert.deepEqual(parsePreferences(JSON.stringify(chosen)), chosen);
});

for (const stored of [null, '', 'null', '[]', '{', '{"text":"huge","scheme":7}'])
  test(`${String(stored)} gives the defaults`, () => {
    assert.deepEqual(parsePreferences(stored), DEFAULTS);
  });
