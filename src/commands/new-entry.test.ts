/** What is begun from a few answers is an entry that the library takes, or its faults are told. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleLibrary } from '../../tests/site/sample-library.ts';
import { COLLECTIONS } from '../library/types.ts';
import { collectionOfKind, entryProblems, entrySource } from './new-entry.ts';

const others = [...sampleLibrary.entries.values()];

test('an entry of every kind, from a title and a quotation; of a body, with where its full name is from', () => {
  for (const collection of COLLECTIONS) {
    const source = entrySource({
      id: 'new-one',
      title: '新的条目: “带引号”',
      'evidence-in': 'replies/one',
      quote: ['建立一个服务团队'],
      date: '2021-03',
      'date-text': '建立一个',
      ...(collection === 'organisations' && { 'name-basis': '见该机构网站' }),
    });
    assert.deepEqual(entryProblems(collection, 'new-one', source, others), [], collection);
  }
});
test('a quotation that does not stand, a name that is taken, an id that is none', () => {
  const told = (answers: Parameters<typeof entrySource>[0]): string[] =>
    entryProblems('terms', answers.id, entrySource(answers), others).map(({ message }) => message);
  assert.match(
    told({ id: 'a', title: '新词', 'evidence-in': 'replies/one', quote: ['没有这句'] })[0]!,
    /引文不在/u,
  );
  assert.match(told({ id: 'a', title: '若干政策' })[0]!, /已属于/u);
  assert.match(told({ id: '新词', title: '新词' })[0]!, /不能用作 id/u);
  assert.match(told({ id: 'a', title: '新词', date: '2021-03' })[0]!, /日期没有依据/u);
});
test('a body that the quoted words name in full needs nothing more; of another it is told', () => {
  const told = (title: string): string[] => {
    const answers = { id: 'a', title, quote: ['建立一个服务团队'], 'evidence-in': 'replies/one' };
    const source = entrySource(answers);
    return entryProblems('organisations', 'a', source, others).map(({ code }) => code);
  };
  assert.deepEqual(told('服务团队'), []);
  assert.deepEqual(told('示例市服务团队'), ['full-name-unfounded']);
});
test('a kind may be named in English or in Chinese', () => {
  assert.equal(collectionOfKind('policy'), 'policies');
  assert.equal(collectionOfKind('terms'), 'terms');
  assert.equal(collectionOfKind('产业链'), 'chains');
  assert.equal(collectionOfKind('polcy'), undefined);
});
