import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryOf, libraryOf } from '../../../tests/site/sample-library.ts';
import type { EntryKey } from '../../library/types.ts';
import { measureRoots } from '../measures/measures.ts';
import { progressOf } from '../progress/progress.ts';
import { externalAnchor, laterValidityOf, outsideAmounts } from './external-facts.ts';

const source = (kind: string) => `{ title: 某通知, kind: ${kind}, date: "2023-03-13" }`;
const library = libraryOf(
  entryOf('policies/new', 'title: 新规定'),
  entryOf(
    'policies/old',
    [
      'title: 旧规定',
      'awards:',
      '  - { name: 大奖, amount: 100, unit: 万元, quote: 给予100万元 }',
      'laterValidity:',
      '  - state: 已被取代',
      '    by: new',
      '    from: "2023-03"',
      '    fact: 旧规定由2023年的新规定取代。',
      '    quote: 旧规定同时废止',
      `    source: ${source('official')}`,
      '    confidence: high',
      '  - state: 另有新文件',
      '    by: { title: 又一规定, number: 〔2023〕5号 }',
      '    fact: 2023年另有《又一规定》。',
      '    quote: 《又一规定》（〔2023〕5号）',
      `    source: ${source('mirror')}`,
      '    confidence: low',
      'external:',
      '  - fact: 2023年起人才每月补贴800元。',
      '    quote: 每月800元',
      `    source: ${source('mirror')}`,
      '    confidence: low',
      '    amounts: [{ name: 人才补贴, amount: 800, unit: 元/月, condition: 本科 }]',
      '    concerns: [measures/talent]',
    ].join('\n'),
    '对大奖给予100万元。支持人才。',
  ),
  entryOf(
    'measures/talent',
    'title: 支持人才\nstatedBy: policies/old\nevidence: [{ in: policies/old, quote: 支持人才 }]\nstatus: { state: 将开展, quote: 支持人才 }',
  ),
);

test('what later sources say of a document is said of the measures that it states as well', () => {
  const states = (key: EntryKey) =>
    laterValidityOf(library, library.get(key)).map(({ document, later, id }) => [
      document.title,
      later.state,
      id,
    ]);
  assert.deepEqual(states('policies/old'), [
    ['旧规定', '已被取代', 'later-1'],
    ['旧规定', '另有新文件', 'later-2'],
  ]);
  assert.deepEqual(states('measures/talent'), states('policies/old'));
});

test('amounts from outside have the year of their rule or source, and lead to the fact', () => {
  assert.deepEqual(
    outsideAmounts(library).map(({ entry, fact, amount, year, later }) => [
      amount.name,
      year,
      externalAnchor(entry, fact),
      later.length,
    ]),
    [['人才补贴', '2023', 'external-1', 0]],
  );
});

test('what a policy is later said to provide is no progress of the measure', () => {
  const { rows } = progressOf(library, measureRoots(library));
  assert.deepEqual(
    rows.map(({ measure, later }) => [measure.title, later]),
    [['支持人才', []]],
  );
});
