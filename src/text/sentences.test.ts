import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentenceAround } from './sentences.ts';

const TEXT = '一是摸清现状；二是开展“强链。”随后推进。三是协调';

const CASES: [words: string, sentence: string][] = [
  ['摸清', '一是摸清现状；'],
  ['开展', '二是开展“强链。”'],
  ['随后', '随后推进。'],
  ['协调', '三是协调'],
  ['现状；二是', '一是摸清现状；二是开展“强链。”'],
];

for (const [words, sentence] of CASES)
  test(`the sentence around ${words}`, () => {
    const at = TEXT.indexOf(words);
    const { start, end } = sentenceAround(TEXT, at, at + words.length);
    assert.equal(TEXT.slice(start, end), sentence);
  });

test('a sentence ends with its line', () => {
  const lines = '第一行没有句号\n第二行；还有一句\n第三行';
  const around = (words: string): string => {
    const at = lines.indexOf(words);
    const { start, end } = sentenceAround(lines, at, at + words.length);
    return lines.slice(start, end);
  };
  assert.equal(around('没有'), '第一行没有句号');
  assert.equal(around('第二'), '第二行；');
  assert.equal(around('还有'), '还有一句');
  assert.equal(around('句号\n第二'), '第一行没有句号\n第二行；');
});
