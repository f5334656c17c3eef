import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEntry } from '../../content/read-entry.ts';
import { linkLibrary } from '../graph.ts';
import { hintsOf } from './hints.ts';
import type { Collection, Entry } from '../types.ts';

function entry(key: string, head: string, body = ''): Entry {
  const [collection, id] = key.split('/') as [Collection, string];
  const source = new TextEncoder().encode(`---\n${head}\n---\n\n${body}\n`);
  const read = readEntry(collection, `${collection}/${id}.mdx`, source);
  assert.deepEqual(read.problems, []);
  return read.entry!;
}
const hints = (...entries: Entry[]): string[] =>
  hintsOf(linkLibrary(entries).library, '2026-11-25')
    .filter(({ code }) => code !== 'hint-unmentioned')
    .map(({ file, line, code, severity }) => `${file}:${line} ${code} ${severity}`);
const PLAN = entry('policies/plan', 'title: 产业强链三年行动计划');

test('a title in 《》 that is nearly a known one looks unlinked', () => {
  const reply = entry(
    'replies/one',
    'title: 答复',
    '落实《强链三年行动计划》，也见《城市总体规划》。',
  );
  assert.deepEqual(hints(PLAN, reply), ['replies/one.mdx:5 hint-unlinked-name hint']);
});

test('an entry that nothing mentions is named; one that a text names is not', () => {
  const reply = entry('replies/one', 'title: 答复', '落实产业强链三年行动计划。');
  const found = hintsOf(linkLibrary([PLAN, reply]).library, '2026-11-25');
  assert.deepEqual(
    found.map(({ file, code }) => `${file} ${code}`),
    ['replies/one.mdx hint-unmentioned'],
  );
});

test('a date after today, an address that lacks and a target whose year has passed are named', () => {
  const policy = entry(
    'policies/late',
    'title: 某计划\ndate: 2201-05\ntargets:\n  - name: 产值\n    amount: 100\n    unit: 亿元\n    by: 2022\n    quote: 到2022年产值100亿元\nexternal:\n  - fact: 已印发\n    quote: 印发\n    source: { title: 市政府网站, kind: official }\n    confidence: high',
    '到2022年产值100亿元',
  );
  assert.deepEqual(hints(policy), [
    'policies/late.mdx:3 hint-future-date hint',
    'policies/late.mdx:8 hint-target-past hint',
    'policies/late.mdx:13 hint-without-address hint',
  ]);
});

test('a target with a stated result is no hint', () => {
  const target = (more: string) =>
    `  - name: 产值\n    amount: 100\n    unit: 亿元\n    quote: 到2022年产值100亿元${more}`;
  const policy = entry(
    'policies/done',
    `title: 某计划\ntargets:\n${target('\n    by: 2022')}\n${target('\n    progress: true')}`,
    '到2022年产值100亿元',
  );
  assert.deepEqual(hints(policy), []);
});

test('two sources that differ, a caveat apart from its fact and a successor outside the library are named', () => {
  const told = (number: string, note = '') =>
    `  - fact: 文号为${number}。\n    quote: ${number}\n    source: { title: ${number}的转载, kind: repost }\n    confidence: low\n    provides: { number: ${number} }${note}`;
  const policy = entry(
    'policies/differing',
    `title: 某政策\nexternal:\n${told('某发〔2021〕1号')}\n${told('某发〔2021〕2号', '\n    note: 口径为营收')}\nlaterValidity:\n  - state: 已废止\n    by: { title: 新政策 }\n    fact: 某网说，已废止。\n    quote: 同时废止\n    source: { title: 某网, kind: repost }\n    confidence: low`,
  );
  assert.deepEqual(hints(policy), [
    'policies/differing.mdx:13 hint-sources-differ hint',
    'policies/differing.mdx:14 hint-caveat-in-note hint',
    'policies/differing.mdx:17 hint-successor-outside hint',
  ]);
});

test('a name in a summary that no quotation holds is named; one that a quotation holds is not', () => {
  const reply = entry('replies/one', 'title: 答复', '落实产业强链三年行动计划。\n\n建立工作机制。');
  const term = (quote: string) =>
    entry(
      'terms/mechanism',
      `title: 工作机制\nsummary: 为落实产业强链三年行动计划而建立。\nevidence:\n  - in: replies/one\n    quote: ${quote}`,
    );
  assert.deepEqual(hints(PLAN, reply, term('建立工作机制')), [
    'terms/mechanism.mdx:3 hint-name-unquoted hint',
  ]);
  assert.deepEqual(hints(PLAN, reply, term('落实产业强链三年行动计划')), []);
});
