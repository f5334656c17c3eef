import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_TABLE } from '../normalise.ts';
import { page } from '../../../tests/search-fixtures/record.ts';
import { findHits, readStretches } from './hits.ts';
import { parseQuery } from './query.ts';
import { resultOf } from './result.ts';
import type { Excerpt } from './types.ts';

/** What a page of these paragraphs shows for a query, its marks in brackets. */
function shown(query: string, title: string, paragraphs: string[]) {
  const record = page('a.html', title, paragraphs);
  const hits = findHits(parseQuery(query, NO_TABLE).terms, readStretches(record, NO_TABLE))!;
  const result = resultOf(record, hits);
  const text = ({ parts }: Excerpt) =>
    parts.map((part) => (part.hit ? `[${part.text}]` : part.text)).join('');
  return { ...result, sentences: result.excerpts.map(text), more: result.further.map(text) };
}

test('the same words are shown once, and not counted as further ones', () => {
  const number = '常工信复〔2021〕第46号';
  const { sentences, furtherCount } = shown('46号', '答复', [number, number, `见${number}。`]);
  assert.deepEqual(sentences, ['常工信复〔2021〕第[46号]', '见常工信复〔2021〕第[46号]。']);
  assert.equal(furtherCount, 0);
});

test('what the title says is not said again', () => {
  const { sentences, marked, beginning } = shown('特钢', '特钢材料', [
    '特钢材料',
    '另有一段话在这里。',
  ]);
  assert.deepEqual(sentences, []);
  assert.ok(marked);
  assert.equal(beginning, '另有一段话在这里。');
});

const filler = (length: number) => '甲乙丙丁，'.repeat(length / 5);

const cuts: [what: string, text: string, begins: RegExp, ends: RegExp][] = [
  ['in the middle', `${filler(200)}产业链${filler(200)}。`, /^……/, /……$/],
  ['at the beginning', `产业链${filler(200)}。`, /^\[产业链\]/, /……$/],
  ['at the end', `${filler(200)}产业链。`, /^……/, /\[产业链\]。$/],
];
for (const [what, text, begins, ends] of cuts) {
  test(`a long sentence is cut around a hit ${what}`, () => {
    const [sentence] = shown('产业链', '题', [text]).sentences;
    assert.match(sentence!, begins);
    assert.match(sentence!, ends);
    assert.match(sentence!, /\[产业链\]/);
    const { length } = sentence!.replace(/……|[[\]]/g, '');
    assert.ok(length >= 60 && length <= 84, `${length}: ${sentence}`);
  });
}

test('of a long sentence each term is shown, with what is between left out', () => {
  const text = `${filler(100)}特钢材料${filler(100)}大数据${filler(100)}。`;
  const { sentences, furtherCount } = shown('特钢材料 大数据', '题', [text]);
  assert.equal(sentences.length, 1);
  assert.match(sentences[0]!, /^……[^…]*\[特钢材料\][^…]*……[^…]*\[大数据\][^…]*……$/);
  assert.equal(furtherCount, 0);
});

test('a hit longer than what is shown of a sentence is shown whole', () => {
  const words = '产业集群'.repeat(30);
  assert.ok(
    shown(words, '题', [`${filler(100)}${words}${filler(100)}`]).sentences[0]!.includes(
      `[${words}]`,
    ),
  );
});

test('no character outside the basic plane is cut', () => {
  for (let length = 60; length < 64; length++) {
    const [sentence] = shown('产业', '题', [
      `${'𠀀'.repeat(length)}产业${'𠀀'.repeat(length)}a`,
    ]).sentences;
    assert.ok(sentence!.isWellFormed());
  }
});

test('the sentence with the most of the words comes first', () => {
  const { sentences } = shown('甲乙 丙丁 戊己', '题', [
    '甲乙在前。甲乙再来。甲乙又来。丙丁也有。',
    '这里有甲乙、丙丁、戊己。',
  ]);
  assert.deepEqual(sentences[0], '这里有[甲乙]、[丙丁]、[戊己]。');
  assert.deepEqual(sentences.slice(1), ['[甲乙]在前。', '[甲乙]再来。']);
});
