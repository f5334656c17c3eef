import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { groups, type ProblemCode, problemsPage, say } from './registry.ts';

test('docs/problems.md says what the checks say: otherwise run npm run docs:problems', () => {
  assert.equal(readFileSync('docs/problems.md', 'utf8'), problemsPage());
});

test('the sample of every kind fills its message and its hint', () => {
  for (const { kinds } of groups)
    for (const [code, { sample }] of Object.entries(kinds)) {
      const { message, hint } = say(code as ProblemCode, sample);
      assert.doesNotMatch(message + hint, /\{[a-zA-Z]+\}/u, code);
    }
});

test('a hint without a value that it needs gives way to the next', () => {
  const values = { key: 'policies/a' };
  assert.match(say('relation-missing', { ...values, suggestion: 'b' }).hint, /最接近的是 b/u);
  assert.match(say('relation-missing', { ...values, suggestion: null }).hint, /请核对 id/u);
});
