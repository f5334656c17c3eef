import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryOf, libraryOf } from '../../../tests/site/sample-library.ts';
import { awardTable } from '../awards/awards.ts';
import { progressPage } from '../progress/progress.ts';
import { awardsPath, pagePath, progressPath } from '../urls.ts';
import { laterValidityViews, outsideAmounts } from './external-facts.ts';

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

test('what later sources say of a document names the later one, a link where the library has it', () => {
  const views = (key: 'policies/old' | 'measures/talent') =>
    laterValidityViews({ library, page: pagePath(key) }, library.get(key));
  assert.deepEqual(
    views('policies/old').map(({ state, by, from, unverified }) => [state, by, from, unverified]),
    [
      ['已被取代', { text: '新规定', href: 'new.html' }, '2023年3月', false],
      ['另有新文件', { text: '《又一规定》（〔2023〕5号）' }, undefined, true],
    ],
  );
  assert.deepEqual(
    views('measures/talent').map(({ of }) => of.href),
    ['../policies/old.html#later-1', '../policies/old.html#later-2'],
  );
});

test('an award says what became of the document that grants it', () => {
  const { rows } = awardTable({ library, page: awardsPath });
  assert.deepEqual(
    rows.map(({ later }) => later.map(({ state, of }) => [state, of.href])),
    [
      [
        ['已被取代', 'policies/old.html#later-1'],
        ['另有新文件', 'policies/old.html#later-2'],
      ],
    ],
  );
});

test('amounts from outside have the year of their rule or source, and lead to the fact', () => {
  assert.deepEqual(
    outsideAmounts({ library, page: awardsPath }).map(({ name, amount, year, fact }) => [
      name,
      amount,
      year,
      fact.unverified,
      fact.href,
    ]),
    [['人才补贴', '800元/月', '2023', true, 'policies/old.html#external-1']],
  );
});

test('what a policy is later said to provide is no progress of the measure', () => {
  const { groups } = progressPage({ library, page: progressPath });
  assert.deepEqual(
    groups.flatMap(({ rows }) => rows.map(({ measure, later }) => [measure.text, later])),
    [['支持人才', []]],
  );
});
