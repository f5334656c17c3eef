import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatManifest, parseManifest } from './bag.ts';
import { sha256 } from '../../content/read-entry.ts';

const sum = sha256('x');

test('a manifest reads as it was written', () => {
  const files = new Map([
    ['data/b 二.txt', new Uint8Array([2])],
    ['data/100%.txt', new Uint8Array([1])],
  ]);
  const { sums, faults } = parseManifest(formatManifest(files));
  assert.deepEqual(faults, []);
  assert.deepEqual([...sums.keys()], ['data/100%.txt', 'data/b 二.txt']);
});

test('a wrong line, and a file listed twice, are named by their numbers', () => {
  const text = `${sum}  data/ok\nnonsense\n${sum.slice(1)}  data/a\n${sum}  data/ok\n`;
  const { sums, faults } = parseManifest(text);
  assert.equal(sums.size, 1);
  assert.deepEqual(
    faults.map(([line]) => line),
    [2, 3, 4],
  );
});

test('line ends of Windows and marks of binary files are read', () => {
  const text = `${sum.toUpperCase()} *data/a\r\n`;
  assert.deepEqual([...parseManifest(text).sums], [['data/a', sum]]);
});
