import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256 } from './digest.ts';
import { filesOf } from './files.ts';
import { formatManifest, parseManifest } from './manifest.ts';

const sum = sha256('x');

test('a manifest reads as it was written', () => {
  const files = filesOf([
    ['data/b 二.txt', new Uint8Array([2])],
    ['data/100%.txt', new Uint8Array([1])],
  ]);
  const { sums, faults } = parseManifest(formatManifest(files), 'data/');
  assert.deepEqual(faults, []);
  assert.deepEqual([...sums.keys()], ['data/100%.txt', 'data/b 二.txt']);
});

const wrong: [line: string, reason: RegExp][] = [
  ['nonsense', /不是/],
  [`${sum.slice(1)}  data/a`, /不是/],
  [`${sum}  ../../etc/passwd`, /会指到别处/],
  [`${sum}  data/../../x`, /会指到别处/],
  [`${sum}  /etc/passwd`, /绝对路径/],
  [`${sum}  C:/x`, /绝对路径/],
  [`${sum}  data\\x`, /反斜线/],
  [`${sum}  other/x`, /不在 data\/ 之内/],
  [`${sum}  data/a%0A`, /控制字符/],
];
for (const [line, reason] of wrong) {
  test(`a wrong line is named by its number: ${line.replace(sum, 'SHA')}`, () => {
    const { sums, faults } = parseManifest(`${sum}  data/ok\n${line}\n`, 'data/');
    assert.equal(sums.size, 1);
    assert.equal(faults[0]?.line, 2);
    assert.match(faults[0].reason, reason);
  });
}

test('a file listed twice is a fault: one of the two lines is wrong', () => {
  assert.match(parseManifest(`${sum}  a\n${sum}  a\n`).faults[0]!.reason, /两次/);
});

test('line ends of Windows and marks of binary files are read', () => {
  assert.deepEqual([...parseManifest(`${sum.toUpperCase()} *data/a\r\n`).sums], [['data/a', sum]]);
});
