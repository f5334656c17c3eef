/** Counts say what was counted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryOf, libraryOf, sampleLibrary } from '../../../tests/site/sample-library.ts';
import { collectionCount, factsOf, listPages, listSections } from './lists.ts';

const library = libraryOf(
  entryOf('chains/a', 'title: 甲链\norder: 1\nnamed: 产业链'),
  entryOf('chains/b', 'title: 乙域\norder: 2\nnamed: 产业领域'),
  entryOf('policies/p', 'title: 某计划\nlevel: 市'),
  entryOf('policies/h', 'title: 某大奖\nlevel: 国家\nkind: 评选认定'),
  entryOf('measures/m', 'title: 某事'),
);

test('things that documents call otherwise, and titles that are no documents, are counted apart', () => {
  assert.equal(collectionCount(library, 'chains'), '1条产业链、1个产业领域');
  assert.equal(collectionCount(library, 'policies'), '1件文件、1项评选认定');
  assert.equal(collectionCount(library, 'measures'), '1项');
});

test('titles that are awarded stand last', () => {
  const page = listPages(library).find(({ collection }) => collection === 'policies')!;
  assert.deepEqual(
    listSections(library, page).map(({ label }) => label),
    ['市级', '评选认定'],
  );
});

test('a number known only from outside is marked in lists', () => {
  const facts = factsOf(sampleLibrary, sampleLibrary.get('policies/plan'));
  assert.equal(facts[0]?.text, '常发〔2020〕9号（外部资料）');
  assert.ok(facts.some(({ text, unknown }) => text === '有效性不详' && unknown));
});
