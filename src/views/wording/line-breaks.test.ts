/** Titles are broken between words, and stay the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unbroken } from './line-breaks.ts';

test('a title in pieces is the title', () => {
  for (const title of [
    '关于促进创新发展的若干政策',
    '“253”',
    '',
    '打造 A 集群，建立机制（2020—2022年）',
  ])
    assert.equal(unbroken(title).join(''), title);
});

test('no piece ends inside a word or between a number and what it counts', () => {
  const pieces = unbroken('关于对市政协十四届五次会议提案第0272号的答复');
  assert.ok(
    pieces.some((piece) => piece.endsWith('会议')),
    pieces.join('|'),
  );
  assert.ok(
    pieces.some((piece) => piece.includes('第0272')),
    pieces.join('|'),
  );
});
