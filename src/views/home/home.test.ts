import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  entryOf,
  libraryOf,
  sampleLibrary as library,
} from '../../../tests/site/sample-library.ts';
import { MAIN, sectionsIn } from '../layouts/navigation.ts';
import { hasAwards } from '../awards/awards.ts';
import { factsOf, listPages, listSections } from '../lists/lists.ts';
import { headingOf, mainDocument, sampleQueries, timeline } from './home.ts';
import { clusterOverview } from '../clusters/clusters.ts';

const titlesOnly = libraryOf(
  ...Array.from({ length: 50 }, (_, i) => entryOf(`policies/p${i}`, `title: 规定第${i}号`)),
);

test('a library of titles shows what it has and nothing empty', () => {
  assert.deepEqual(headingOf(titlesOnly, '法规文库'), ['法规文库']);
  assert.equal(mainDocument(titlesOnly), undefined);
  assert.deepEqual([timeline(titlesOnly), sampleQueries(titlesOnly)], [[], []]);
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

test('the front page offers words that stand in the texts', () => {
  assert.deepEqual(headingOf(library, '文库'), ['一份答复，', '和它提到的每一件事']);
  const two = libraryOf(
    entryOf('replies/a', 'title: 甲答复', '甲事。'),
    entryOf('replies/b', 'title: 乙答复', '乙事。'),
    entryOf('terms/t', 'title: 甲事'),
  );
  assert.equal(headingOf(two, '文库')[0], '两份答复，');
  assert.deepEqual(sampleQueries(library), ['1000万元']);
});

test('the timeline says a year only where it changes', () => {
  const stops = timeline(library);
  assert.deepEqual(
    stops.map(({ label, current }) => [label, current]),
    [
      ['2020年8月', false],
      ['2021年3月', false],
      ['5月20日', true],
    ],
  );
});

test('where there are many dates the timeline has a stop a year, the early years together', () => {
  const years = Array.from({ length: 12 }, (_, i) => 2010 + i);
  const many = libraryOf(
    ...years.map((year) =>
      entryOf(
        `policies/p${year}`,
        `title: ${year}年规定\ndate: ${year}-05\ndateText: ${year}年5月\nevidence: [{ in: policies/p${year}, quote: ${year}年5月 }]`,
        `${year}年5月印发。`,
      ),
    ),
  );
  const stops = timeline(many);
  assert.deepEqual(
    [stops.length, stops[0]?.label, stops[0]?.items[0]?.text, stops.at(-1)?.label],
    [9, '2013年及以前', '政策4件', '2021年'],
  );
  assert.deepEqual(stops.at(-1)?.items, [{ text: '政策1件', href: 'policies.html' }]);
});
