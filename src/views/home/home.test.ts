import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  entryOf,
  libraryOf,
  sampleLibrary as library,
} from '../../../tests/site/sample-library.ts';
import { MAIN, sectionsIn } from '../navigation.ts';
import { hasAwards } from '../awards/awards.ts';
import { factsOf, listPages, listSections } from '../lists/lists.ts';
import { headingOf, mainDocument, timeline } from './home.ts';
import { clusterOverview } from '../clusters/clusters.ts';

const titlesOnly = libraryOf(
  ...Array.from({ length: 50 }, (_, i) => entryOf(`policies/p${i}`, `title: 规定第${i}号`)),
);

test('a library of titles shows what it has and nothing empty', () => {
  assert.deepEqual(headingOf(titlesOnly, '法规文库'), ['法规文库']);
  assert.equal(mainDocument(titlesOnly), undefined);
  assert.deepEqual(timeline(titlesOnly), []);
  assert.equal(clusterOverview(titlesOnly), undefined);
  assert.equal(hasAwards(titlesOnly), false);
  assert.deepEqual(
    sectionsIn(titlesOnly, MAIN).map((section) => section.text),
    ['政策'],
  );
  const groups = listSections(titlesOnly, listPages(titlesOnly)[0]!);
  assert.equal(groups.flatMap(({ items }) => items).length, 50);
  assert.deepEqual(factsOf(titlesOnly, groups[0]!.items[0]!.entry), []);
});

test('the front page says how many replies it holds', () => {
  assert.deepEqual(headingOf(library, '文库'), ['一份答复，', '和它提到的每一件事']);
  const two = libraryOf(
    entryOf('replies/a', 'title: 甲答复', '甲事。'),
    entryOf('replies/b', 'title: 乙答复', '乙事。'),
    entryOf('terms/t', 'title: 甲事'),
  );
  assert.equal(headingOf(two, '文库')[0], '两份答复，');
});

test('the timeline says a year only where it changes', () => {
  const stops = timeline(library);
  assert.deepEqual(
    stops.map(({ label, entries }) => [label, entries[0]!.collection]),
    [
      ['2020年8月', 'policies'],
      ['2021年3月', 'policies'],
      ['5月20日', 'replies'],
    ],
  );
});
