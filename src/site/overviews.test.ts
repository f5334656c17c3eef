/** The overviews: awards, timeline, clusters by tier, chains by count, the lists, the map. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awardTable, hasAwards } from './awards.ts';
import { chainCount } from './chain-count.ts';
import { clusterOverview } from './cluster-tiers.ts';
import { homePage, sampleQueries } from './home.ts';
import { listGroups } from './lists.ts';
import { measureMap } from './measure-map.ts';
import { measuresBySource } from './measure-tree.ts';
import { headerLinks } from './navigation.ts';
import { entryOf, libraryOf, sampleLibrary as library } from './sample-library.ts';
import { timeline } from './timeline.ts';
import { awardsPath, homePath, listPath } from './urls.ts';

const titlesOnly = libraryOf(
  ...Array.from({ length: 50 }, (_, i) => entryOf(`policies/p${i}`, `title: 规定第${i}号`)),
);

test('awards say who, how much, on what condition; silence is 不详', () => {
  const { rows, filters } = awardTable({ library, page: awardsPath });
  assert.deepEqual(
    rows.map(({ name, amount, condition }) => [name, amount, condition]),
    [
      ['大奖', '100万元', '首次获得'],
      ['重大项目', '最高1000万元', '不详'],
    ],
  );
  assert.deepEqual(
    filters.map(({ label, options }) => [label, options.map((option) => option.label)]),
    [
      ['条件', ['首次获得', '不详']],
      ['计法', ['定额', '最高限额']],
    ],
  );
  assert.deepEqual(
    rows.map((row) => row.choices),
    [
      [0, 0],
      [1, 1],
    ],
  );
});

test('the timeline says a year only where it changes', () => {
  const stops = timeline(library, homePath);
  assert.deepEqual(
    stops.map(({ label, current }) => [label, current]),
    [
      ['2020年8月', false],
      ['2021年3月', false],
      ['5月20日', true],
    ],
  );
});

test('clusters stand by tier, under the term that is their pattern', () => {
  const overview = clusterOverview(library, homePath);
  assert.deepEqual(
    overview?.tiers.map(({ label, count }) => [label, count]),
    [
      ['1000亿元', 1],
      ['500亿元', 1],
    ],
  );
  assert.equal(overview?.summary, '1个1000亿元、1个500亿元');
  assert.equal(overview?.term?.text, '11');
});

test('chains are counted as the text counts them, beside those it names', () => {
  const count = chainCount({ library, page: listPath('chains') });
  assert.deepEqual([count?.stated, count?.named], [23, 1]);
});

test('measures stand under their document, parts under their whole', () => {
  const groups = measuresBySource(library);
  assert.deepEqual(
    groups.map(({ source, roots, count }) => [
      source?.title,
      roots.map(({ entry, parts }) => [entry.title, parts.length]),
      count,
    ]),
    [
      ['若干政策', [['招引项目', 1]], 2],
      ['关于提案的答复', [['确定优势产业链', 0]], 1],
    ],
  );
  assert.equal(measureMap(library, homePath).measures.length, 2);
});

test('a number known only from outside is marked in lists', () => {
  const items = listGroups(library, listPath('policies'), 'policies').flatMap(
    (group) => group.items,
  );
  const plan = items.find((item) => item.title === '三年行动计划');
  assert.equal(plan?.facts[0]?.text, '常发〔2020〕9号（外部资料）');
  assert.ok(plan?.facts.some(({ text, unknown }) => text === '有效性不详' && unknown));
});

test('a library of titles shows what it has and nothing empty', () => {
  const home = homePage(titlesOnly, '法规文库');
  assert.deepEqual(home.heading, ['法规文库']);
  assert.equal(home.sheet, undefined);
  assert.deepEqual([home.timeline, home.documents, home.queries], [[], [], []]);
  assert.equal(home.clusters, undefined);
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
  assert.deepEqual(sampleQueries(library), ['1000万元']);
});
