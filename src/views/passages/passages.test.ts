import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  entryOf,
  libraryOf,
  sampleLibrary as library,
} from '../../../tests/site/sample-library.ts';
import { joinPassages, marksIn, passageRuns, type Run } from './passages.ts';

const locate = (quote: string) => library.locate({ in: 'replies/one', quote });
const shown = (runs: Run[]): string =>
  runs.map(({ kind, text }) => (kind === 'marked' ? `[${text}]` : text)).join('');

test('quoted words are marked in their sentence', () => {
  assert.equal(
    shown(passageRuns(locate('最高奖励1000万元'), [])),
    '对重大项目，[最高奖励1000万元]。',
  );
});

test('names are marked within the quotation, where they stand there', () => {
  const passage = locate('轨道交通等1个500亿元集群');
  const marks = marksIn(library, passage, library.get('clusters/rail'));
  assert.equal(shown(passageRuns(passage, marks)), '[轨道交通]等1个500亿元集群。');
});

test('a quotation that is all that is shown is not washed as a whole', () => {
  const quote = '工信复〔2021〕46号，市工信局，2021年5月20日，五次会议第0272号';
  assert.equal(shown(passageRuns(locate(quote), [])), `${quote}。`);
});

test('passages that follow on one another are shown as one', () => {
  const passages = [locate('二是培育企业'), locate('一是招引项目'), locate('轨道交通')];
  const joined = joinPassages(passages);
  const words = joined.map(({ block, start, end }) => block.text.slice(start, end));
  assert.deepEqual(words, ['一是招引项目，二是培育企业', '轨道交通']);
});

test('passages of several documents are joined document by document, block by block', () => {
  const documents = libraryOf(
    entryOf('replies/long', 'title: 长答复', '甲。\n\n乙。\n\n丙说一事，丙说二事。'),
    entryOf('replies/short', 'title: 短答复', '| 丁说一事，丁说二事 | 戊说三事 |\n| --- | --- |'),
  );
  const quotes: [id: 'long' | 'short', quote: string][] = [
    ['short', '戊说三事'],
    ['long', '丙说二事'],
    ['short', '丁说二事'],
    ['long', '丙说一事'],
    ['short', '丁说一事'],
  ];
  const joined = joinPassages(
    quotes.map(([id, quote]) => documents.locate({ in: `replies/${id}`, quote })),
  );
  assert.deepEqual(
    joined.map(({ block, start, end }) => block.text.slice(start, end)),
    ['戊说三事', '丙说一事，丙说二事', '丁说一事，丁说二事'],
  );
});
