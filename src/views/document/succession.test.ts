import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkLibrary } from '../../library/graph.ts';
import type { Collection, Entry } from '../../library/types.ts';
import { readEntry } from '../../content/read-entry.ts';
import { successionOf } from '../../library/relations/relations.ts';

function policy(id: string, head: string, body = ''): Entry {
  const key: [Collection, string] = ['policies', `policies/${id}.mdx`];
  const source = new TextEncoder().encode(`---\n${head}\n---\n\n${body}\n`);
  const read = readEntry(...key, source);
  assert.deepEqual(read.problems, []);
  return read.entry!;
}
const NEW = policy(
  'new',
  'title: 新办法\nreplaces:\n  - { id: old, quote: 旧办法同时废止 }',
  '本办法自公布之日起施行，旧办法同时废止。',
);
const OLD = policy('old', 'title: 旧办法', '甲。');

test('a document that another replaces says so on both pages, with the words that show it', () => {
  const { library, problems } = linkLibrary([NEW, OLD]);
  assert.deepEqual(problems, []);
  const succession = (key: 'policies/new' | 'policies/old') =>
    successionOf(library, library.get(key));
  assert.deepEqual(
    succession('policies/old').after.map(({ entry, quotation }) => [entry.title, quotation?.quote]),
    [['新办法', '旧办法同时废止']],
  );
  assert.deepEqual(
    succession('policies/new').before.map(({ entry }) => entry.title),
    ['旧办法'],
  );
});

test('it is the same where the older one says it', () => {
  const old = policy('old', 'title: 旧办法\nreplacedBy: [new]', '甲。');
  const { library } = linkLibrary([policy('new', 'title: 新办法', '乙。'), old]);
  assert.equal(successionOf(library, library.get('policies/new')).before.length, 1);
});

test('documents that replace each other are a fault', () => {
  const a = policy('a', 'title: 甲办法\nreplaces: [b]', '甲。');
  const b = policy('b', 'title: 乙办法\nreplaces: [a]', '乙。');
  const codes = linkLibrary([a, b]).problems.map(({ code }) => code);
  assert.deepEqual(codes, ['replaced-by-itself', 'replaced-by-itself']);
});

test('that a document has ended needs no words but those of the one that replaces it', () => {
  const told = (...entries: Entry[]): string[] =>
    linkLibrary(entries).problems.map(({ code }) => code);
  const ended = policy('old', 'title: 旧办法\nvalidity: 已废止', '甲。');
  assert.deepEqual(told(ended), ['validity-unfounded']);
  assert.deepEqual(told(NEW, ended), []);
  const itself = policy('old', 'title: 旧办法\nvalidity: 已修改\nreplacedBy: [new]', '甲。');
  assert.deepEqual(told(policy('new', 'title: 新办法', '乙。'), itself), []);
  const inForce = policy('old', 'title: 旧办法\nvalidity: 有效', '甲。');
  assert.deepEqual(told(NEW, inForce), ['validity-unfounded']);
});
