import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { problemsPage, say } from './registry.ts';

test('docs/problems.md says what the checks say: otherwise run npm run docs:problems', () => {
  assert.equal(readFileSync('docs/problems.md', 'utf8'), problemsPage());
});

test('every message and hint of the page has its values', () => {
  const said = problemsPage().match(/^(?:\*\*|改法：).*$/gmu)!;
  assert.ok(said.length > 100);
  for (const words of said) assert.doesNotMatch(words, /\{[a-zA-Z]/u);
});

test('a hint without a value that it needs gives way to the next', () => {
  const values = { key: 'policies/a' };
  assert.match(say('relation-missing', { ...values, suggestion: 'b' }).hint, /最接近的是 b/u);
  assert.match(say('relation-missing', { ...values, suggestion: null }).hint, /请核对 id/u);
});

test('a value that the place does not know is shown as its name, never as a sample', () =>
  assert.match(say('part-unknown', {}).message, /<\{name\}>/u));
