/** A small library for the tests of page models, written as an author would write it. */
import assert from 'node:assert/strict';
import { linkLibrary } from '../../src/library/graph.ts';
import type { Collection, Entry, EntryKey, Library } from '../../src/library/types.ts';
import { readEntry } from '../../src/content/read-entry.ts';

/** Reads one entry; fails the test when an author would be told of a fault. */
export function entryOf(key: EntryKey, head: string, body = ''): Entry {
  const [collection, id] = key.split('/') as [Collection, string];
  const source = new TextEncoder().encode(`---\n${head}\n---\n\n${body}\n`);
  const { entry, problems } = readEntry(collection, `${collection}/${id}.mdx`, source);
  assert.deepEqual(problems, []);
  assert.ok(entry);
  return entry;
}

/** Links entries; fails the test when a link or a quotation does not hold. */
export function libraryOf(...entries: Entry[]): Library {
  const { library, problems } = linkLibrary(entries);
  assert.deepEqual(problems, []);
  return library;
}

const evidence = (...quotes: string[]): string =>
  ['evidence:', ...quotes.flatMap((quote) => ['  - in: replies/one', `    quote: ${quote}`])].join(
    '\n',
  );

const REPLY = entryOf(
  'replies/one',
  [
    'title: 关于提案的答复',
    'number: 工信复〔2021〕46号',
    'date: "2021-05-20"',
    'issuers: [bureau]',
    'proposal: { number: 第0272号, session: 五次会议 }',
  ].join('\n'),
  [
    '工信复〔2021〕46号，市工信局，2021年5月20日，五次会议第0272号。',
    '## 一、加快培育',
    '2020年8月，市委印发了三年行动计划，提出培育新材料等1个1000亿元集群；轨道交通等1个500亿元集群。',
    '今年3月，出台了若干政策，对首次获得大奖的企业，给予100万元的奖励；对重大项目，最高奖励1000万元。一是招引项目，二是培育企业，三是提升水平。',
    '3月中旬，全市确定特钢材料等23条优势产业链，建立一个服务团队。',
  ].join('\n\n'),
);
const BUREAU = entryOf('organisations/bureau', 'title: 市工信局');
const PLAN = entryOf(
  'policies/plan',
  [
    'title: 三年行动计划',
    'date: 2020-08',
    'dateText: 2020年8月',
    'level: 市',
    evidence('2020年8月，市委印发了三年行动计划'),
    'external:',
    '  - fact: 文号为常发〔2020〕9号。',
    '    quote: 三年行动计划（常发〔2020〕9号）',
    '    source: { title: 网站, kind: mirror }',
    '    confidence: medium',
    '    provides: { number: 常发〔2020〕9号 }',
  ].join('\n'),
);
const POLICY = entryOf(
  'policies/policy',
  [
    'title: 若干政策',
    'date: 2021-03',
    'dateText: 今年3月',
    evidence('今年3月，出台了若干政策'),
    'awards:',
    '  - { name: 大奖, amount: 100, unit: 万元, condition: 首次获得, quote: 对首次获得大奖的企业，给予100万元的奖励 }',
    '  - { name: 重大项目, amount: 1000, unit: 万元, ceiling: true, quote: 最高奖励1000万元 }',
  ].join('\n'),
);
const measure = (id: string, title: string, quote: string, more = ''): Entry =>
  entryOf(`measures/${id}`, [`title: ${title}`, evidence(quote), more].filter(Boolean).join('\n'));

/** One reply, two policies, three measures, two clusters, a chain, a term. */
export const sampleLibrary = libraryOf(
  REPLY,
  BUREAU,
  PLAN,
  POLICY,
  measure('projects', '招引项目', '一是招引项目', 'order: 1\npolicies: [policy]'),
  measure('first', '首批项目', '招引项目', 'order: 2\npartOf: projects'),
  measure(
    'chains',
    '确定优势产业链',
    '全市确定特钢材料等23条优势产业链',
    'order: 3\ntargets:\n  - { name: 优势产业链, amount: 23, unit: 条, quote: 23条优势产业链 }',
  ),
  entryOf(
    'clusters/new',
    [
      'title: 新材料',
      'tier: 1000',
      'policies: [plan]',
      evidence('培育新材料等1个1000亿元集群'),
    ].join('\n'),
  ),
  entryOf(
    'clusters/rail',
    ['title: 轨道交通', 'tier: 500', evidence('轨道交通等1个500亿元集群')].join('\n'),
  ),
  entryOf('chains/steel', ['title: 特钢材料', 'named: 产业链', evidence('特钢材料')].join('\n')),
  entryOf('terms/eleven', 'title: "11"\naliases: [一加一]'),
);
