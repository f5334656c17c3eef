/** What reaches a terminal obeys nothing and turns nothing round. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forbiddenCharacter, printable } from './safe-text.ts';

const PRINTED: [text: string, printed: string][] = [
  ['三年行动计划', '三年行动计划'],
  ['\u001b[2J清屏', '\\u001b[2J清屏'],
  ['a\nb\r\tc', 'a\\u000ab\\u000d\\u0009c'],
  ['fdp.\u202exslx', 'fdp.\\u202exslx'],
  ['\u2066a\u2069\u200f', '\\u2066a\\u2069\\u200f'],
  ['\u0000\u007f\u009b', '\\u0000\\u007f\\u009b'],
];
for (const [text, printed] of PRINTED)
  test(`printed: ${printed}`, () => assert.equal(printable(text), printed));

test('a printed line of JSON says the same', () => {
  const said = { file: 'a\u009b\u202e.mdx' };
  assert.deepEqual(JSON.parse(printable(JSON.stringify(said))), said);
});

const FORBIDDEN: [text: string, found: string | null, line?: number][] = [
  ['一\t二\n三', null],
  ['一\n二\u001b', 'U+001B', 2],
  ['\u0000', 'U+0000', 1],
  ['\n\n\u202a', 'U+202A', 3],
  ['\u202e', 'U+202E', 1],
  ['\u2069', 'U+2069', 1],
];
for (const [text, found, line] of FORBIDDEN)
  test(`forbidden: ${JSON.stringify(text)}`, () =>
    assert.deepEqual(forbiddenCharacter(text), found && { character: found, line }));
