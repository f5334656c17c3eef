import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  entryOf,
  libraryOf,
  sampleLibrary as library,
} from '../../../tests/site/sample-library.ts';
import { homePage } from '../home/home.ts';
import { WIDE } from '../measure-map/measure-map.ts';
import { measureMap } from '../measure-map/measure-map.ts';
import { homePath } from '../urls.ts';
import { measuresBySource } from './measures.ts';

test('measures stand under their document, parts under their whole', () => {
  const groups = measuresBySource(library);
  assert.deepEqual(
    groups.map(({ source, roots, count }) => [
      source?.title,
      roots.map(({ entry, parts }) => [entry.title, parts.length]),
      count,
    ]),
    [
      ['若干政策', [['招引项目', 1]], 2],
      ['关于提案的答复', [['确定优势产业链', 0]], 1],
    ],
  );
  assert.equal(measureMap(library, homePath, WIDE).measures.length, 2);
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
  assert.deepEqual(
    homePage(chain, '文库').documents.map(({ source, others }) => [
      source.title,
      others.map((o) => o.title),
    ]),
    [
      ['通知', ['省计划']],
      ['省计划', []],
    ],
  );
  assert.deepEqual(
    measureMap(chain, homePath, WIDE).sources.map(({ lines }) => lines.join('')),
    ['通知', '省计划'],
  );
});
