import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  entryOf,
  libraryOf,
  sampleLibrary as library,
} from '../../../tests/site/sample-library.ts';
import { flatten, measuresBySource, siblingsOf } from './measures.ts';

test('measures stand under their document, parts under their whole', () => {
  const groups = measuresBySource(library);
  assert.deepEqual(
    groups.map(({ source, roots }) => [
      source?.title,
      roots.map(({ entry, parts }) => [entry.title, parts.length]),
      roots.flatMap(flatten).length,
    ]),
    [
      ['若干政策', [['招引项目', 1]], 2],
      ['关于提案的答复', [['确定优势产业链', 0]], 1],
    ],
  );
});

test('a document has one group of measures; others that they go back to are named beside it', () => {
  const stated = 'evidence:\n  - { in: policies/notice, quote: 按计划建立机制 }';
  const of = (id: string, policies: string) =>
    entryOf(`measures/${id}`, `title: 举措${id}\npolicies: [${policies}]\n${stated}`);
  const chain = libraryOf(
    entryOf('policies/notice', 'title: 通知\norder: 2', '按计划建立机制，落实下一步。'),
    entryOf('policies/plan', 'title: 省计划\norder: 1'),
    of('both', 'notice, plan'),
    of('next', 'plan'),
    of('only', 'notice'),
  );
  assert.deepEqual(
    measuresBySource(chain).map(({ source, others, roots }) => [
      source?.title,
      others.map((other) => other.title),
      roots.map(({ entry }) => entry.title),
    ]),
    [
      ['通知', ['省计划'], ['举措both', '举措only']],
      ['省计划', [], ['举措next']],
    ],
  );
});

test('a measure among many siblings shows its place and its neighbours', () => {
  const many = libraryOf(
    entryOf('replies/one', 'title: 答复一', '培育龙头企业。'),
    ...Array.from({ length: 200 }, (_, i) =>
      entryOf(
        `measures/m${i}`,
        `title: 第${i}项\norder: ${i}\nevidence: [{ in: replies/one, quote: 培育龙头企业 }]`,
      ),
    ),
  );
  const siblings = siblingsOf(many, many.get('measures/m5'))!;
  assert.deepEqual([siblings.whole.title, siblings.place, siblings.count], ['答复一', 6, 200]);
  assert.deepEqual(
    [siblings.first, siblings.shown.map(({ title }) => title)],
    [5, ['第4项', '第5项', '第6项']],
  );
});
