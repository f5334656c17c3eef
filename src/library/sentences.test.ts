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
