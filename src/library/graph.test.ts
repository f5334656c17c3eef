/** What the graph makes of a small library, written as an author would write it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEntry } from '../content/read-entry.ts';
import { linkLibrary } from './graph.ts';
import type { Collection, Entry, EntryKey } from './types.ts';

const entry = (key: EntryKey, head: string, body = ''): Entry => {
  const [collection, id] = key.split('/') as [Collection, string];
  const source = new TextEncoder().encode(`---\n${head}\n---\n\n${body}\n`);
  const read = readEntry(collection, `${collection}/${id}.mdx`, source);
  assert.deepEqual(read.problems, []);
  assert.ok(read.entry);
  return read.entry;
};

const REPLY = entry(
  'replies/one',
  'title: 答复一',
  [
    '市委印发了三年行动计划，市委要求落实行动计划。',
    '## 三年行动计划',
    '按[该计划](policy:plan)，落实三年行动计划；市财政局负责。',
  ].join('\n\n'),
);
const EVIDENCE = 'evidence:\n  - in: replies/one\n    quote: 市委印发了三年行动计划';
const PLAN = entry(
  'policies/plan',
  `title: 三年行动计划\naliases: [行动计划]\norganisations: [committee]\n${EVIDENCE}`,
  '三年行动计划由市委制定。',
);
const COMMITTEE = entry('organisations/committee', `title: 市委\npolicies: [plan]\n${EVIDENCE}`);
const FINANCE = entry('organisations/finance', 'title: 财政局\naliases: [市财政局]');

const { library, problems } = linkLibrary([FINANCE, COMMITTEE, PLAN, REPLY]);
const mentions = (document: Entry, at: number): string[] =>
  library
    .mentionsIn(document, document.blocks[at]!)
    .map(({ start, end, key }) => `${document.blocks[at]!.text.slice(start, end)} → ${key}`);

test('a sound library has no problems', () => assert.deepEqual(problems, []));

test('a name is linked once a paragraph, the longest first', () =>
  assert.deepEqual(mentions(REPLY, 0), [
    '市委 → organisations/committee',
    '三年行动计划 → policies/plan',
  ]));

test('a heading is not linked', () => assert.deepEqual(mentions(REPLY, 1), []));

test('what an author linked is not linked again after it', () =>
  assert.deepEqual(mentions(REPLY, 2), ['市财政局 → organisations/finance']));

test('a page does not link to itself', () =>
  assert.deepEqual(mentions(PLAN, 0), ['市委 → organisations/committee']));

test('backlinks give the sentence and the paragraph', () => {
  const [first, second] = library.backlinks('policies/plan');
  assert.equal(library.backlinks('policies/plan').length, 2);
  assert.equal(first?.passage.block.id, 'p1');
  assert.equal(second?.passage.block.id, 'p2');
  const { block, sentenceStart, sentenceEnd } = second!.passage;
  assert.equal(block.text.slice(sentenceStart, sentenceEnd), '按该计划，落实三年行动计划；');
});

test('a relation is seen from both ends, once, with the words that show it', () => {
  const [fromPlan, ...more] = library.related('policies/plan');
  assert.deepEqual(more, []);
  assert.equal(fromPlan?.entry.key, 'organisations/committee');
  assert.equal(fromPlan?.quotation?.quote, '市委印发了三年行动计划');
  const [fromCommittee] = library.related('organisations/committee');
  assert.equal(fromCommittee?.entry.key, 'policies/plan');
});

test('a block knows what rests on it', () =>
  assert.deepEqual(
    library.quoting(REPLY.blocks[0]!).map((e) => e.key),
    ['policies/plan', 'organisations/committee'],
  ));

test('a quotation is located to the character', () => {
  const { block, start, end } = library.locate({ in: 'replies/one', quote: '市财政局负责' });
  assert.equal(block.id, 'p2');
  assert.equal(block.text.slice(start, end), '市财政局负责');
});

test('the order of the input does not matter', () => {
  const shuffled = linkLibrary([REPLY, COMMITTEE, FINANCE, PLAN]).library;
  assert.deepEqual([...shuffled.entries.keys()], [...library.entries.keys()]);
  assert.deepEqual(shuffled.backlinks('policies/plan'), library.backlinks('policies/plan'));
});

test('two documents of one title live beside each other where number, issuers or date tell them apart', () => {
  const announcement = (id: string, more: string): Entry =>
    entry(`policies/${id}`, `title: 示例公告${more}`, `见示例公告。${more}`);
  const [first, second] = ['\nnumber: 2024年第1号', '\nnumber: 2024年第2号'].map((more, i) =>
    announcement(`a${i}`, more),
  ) as [Entry, Entry];
  const reader = entry(
    'policies/reader',
    'title: 示例通知',
    '按照示例公告和《示例公告》第一条办理。',
  );
  const { library: both, problems: none } = linkLibrary([first, second, reader]);
  assert.deepEqual(none, []);
  assert.deepEqual(both.mentionsIn(reader, reader.blocks[0]!), []);
  assert.deepEqual(both.citationsIn(reader, reader.blocks[0]!), []);
  for (const more of ['', '\ndate: 2024-01-01']) {
    const { problems: told } = linkLibrary([announcement('a', more), announcement('b', '')]);
    assert.match(told[0]!.message, /名称“示例公告”已属于 policies\/a/u);
  }
});
