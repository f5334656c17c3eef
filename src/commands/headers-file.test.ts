import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHeaders } from './headers-file.ts';

const headers = parseHeaders(`
# a comment
/*
  X-One: 1
  Cache-Control: no-cache

/assets/*
  ! Cache-Control
  Cache-Control: immutable
`);

test('a page has the headers of every rule that matches', () => {
  assert.deepEqual(headers('/a/b.html'), { 'x-one': '1', 'cache-control': 'no-cache' });
});

test('a later rule takes back and sets anew', () => {
  assert.deepEqual(headers('/assets/a.js'), { 'x-one': '1', 'cache-control': 'immutable' });
});

test('a line that says nothing is named', () => {
  assert.throws(() => parseHeaders('/*\n  nonsense here'), /第 2 行/);
  assert.throws(() => parseHeaders('X-One: 1'), /第 1 行/);
});
