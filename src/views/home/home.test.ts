import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  entryOf,
  libraryOf,
  sampleLibrary as library,
} from '../../../tests/site/sample-library.ts';
import { headerLinks } from '../layouts/navigation.ts';
import { hasAwards } from '../awards/awards.ts';
import { listGroups } from '../lists/lists.ts';
import { homePath, listPath } from '../urls.ts';
import { homePage } from './home.ts';
import { timeline } from './timeline.ts';
import { clusterOverview } from '../clusters/clusters.ts';

const titlesOnly = libraryOf(
  ...Array.from({ length: 50 }, (_, i) => entryOf(`policies/p${i}`, `title: 规定第${i}号`)),
);

test('a library of titles shows what it has and nothing empty', () => {
  const home = homePage(titlesOnly, '法规文库');
  assert.deepEqual(home.heading, ['法规文库']);
  assert.equal(home.main, undefined);
  assert.deepEqual([timeline(titlesOnly, homePath), home.documents, home.queries], [[], [], []]);
  assert.equal(clusterOverview(titlesOnly, homePath), undefined);
  assert.equal(hasAwards(titlesOnly), false);
  assert.deepEqual(
    headerLinks(titlesOnly, homePath).map((link) => link.text),
    ['政策'],
  );
  const groups = listGroups(titlesOnly, listPath('policies'), 'policies');
  assert.equal(groups.length, 1);
  assert.deepEqual(groups[0]?.items[0]?.facts, []);
});

test('the front page offers words that stand in the texts', () => {
  assert.deepEqual(homePage(library, '文库').heading, ['一份答复，', '和它提到的每一件事']);
  const two = libraryOf(
    entryOf('replies/a', 'title: 甲答复', '甲事。'),
    entryOf('replies/b', 'title: 乙答复', '乙事。'),
    entryOf('terms/t', 'title: 甲事'),
  );
  assert.equal(homePage(two, '文库').heading[0], '两份答复，');
  assert.deepEqual(homePage(library, '文库').queries, ['1000万元']);
});
