/** The benchmark's own rules: the same texts every time, right answers by plain comparison, stages as printed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeTexts } from './corpus.ts';
import { drawQuestions } from './questions.ts';
import { stageLine } from '../../src/content/stages.ts';
import { stagesOf } from './stages.ts';

const TEXTS = [
  { title: '甲条例', paragraphs: ['第一条 为了规范口岸开放，提高口岸通关效率，制定本条例。'] },
  {
    title: '乙办法',
    paragraphs: ['第二条 奖励100万元，由市财政局会同市工信局组织实施。', '附则。'],
  },
];

test('texts are repeated with changes, so that no two are alike', () => {
  const { texts, repeated } = takeTexts(TEXTS, 7);
  assert.equal(repeated, 5);
  assert.equal(new Set(texts.map(({ title }) => title)).size, 7);
  assert.equal(new Set(texts.map(({ paragraphs }) => paragraphs[0])).size, 7);
  assert.deepEqual(texts, takeTexts(TEXTS, 7).texts);
});

test('every question stands in the text that it was drawn from', () => {
  const { texts } = takeTexts(TEXTS, 2);
  const questions = drawQuestions(texts, 20);
  assert.equal(questions.length, 20);
  for (const { query, ids, holds } of questions) {
    assert.ok(ids.size > 0, query);
    for (const id of ids) assert.ok(holds(id), query);
  }
});

test('stages are the lines that end in a time, not those of single pages', () => {
  const output = [
    '12:00:01 [vite] ✓ built in 11.47s',
    '12:00:02   ├─ /policies/l0001.html (+35ms)',
    '12:00:03 [search-index] 1000 pages indexed in 344.9 s',
    '12:00:04 [build] Rearranging server assets...',
  ].join('\n');
  assert.deepEqual(stagesOf(output, 'no-such-file.json'), [
    { name: 'vite: built', seconds: 11.47 },
    { name: 'search-index: pages indexed', seconds: 344.9 },
  ]);
});

test('every stage that a build prints is told, with what came of it or without', () => {
  const output = [
    stageLine('读取内容', 2600),
    stageLine('生成网页', 25_300, '3475 页'),
    '建成，共 63.9 秒：/somewhere/dist',
  ].join('\n');
  assert.deepEqual(stagesOf(output, 'no-such-file.json'), [
    { name: '读取内容', seconds: 2.6 },
    { name: '生成网页', seconds: 25.3 },
  ]);
});
