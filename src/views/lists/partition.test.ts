/** Long lists: everything is found, no page is too long, no address changes its meaning. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkLibrary } from '../../library/graph.ts';
import type { Entry, Library } from '../../library/types.ts';
import { entryOf } from '../../../tests/site/sample-library.ts';
import {
  axisLabel,
  groupName,
  itemsOutsideParts,
  PAGE_WEIGHT,
  partition,
  partLabel,
  sections,
  type Group,
  type Item,
} from './partition.ts';

const PLACES = ['上海市', '上饶市', '山西省', '重庆市', '长沙市', '中华人民共和国', '“双循环”'];
const SUBJECTS = ['环境保护', '城市绿化', '道路交通', '档案管理', '消防', '旅游'];
const BUREAUS = ['市工信局', '市财政局', '市科技局'];

const organisations = BUREAUS.map((title, i) => entryOf(`organisations/b${i}`, `title: ${title}`));

/** The nth of a list of policies that only ever grows. */
function policy(n: number): Entry {
  const title = `${PLACES[n % 7]}${SUBJECTS[n % 6]}条例第${n}号`;
  const year = n % 5 === 0 ? [] : [`date: "${2010 + (n % 4)}"\ndateText: ${2010 + (n % 4)}年`];
  const issuers = n % 3 === 0 ? [] : [`issuers: [b${n % 3}${n % 11 === 0 ? ', b0' : ''}]`];
  const stated = year.length + issuers.length > 0;
  return entryOf(
    `policies/p${n}`,
    [`title: ${title}`, ...year, ...issuers].join('\n'),
    stated ? `${2010 + (n % 4)}年，${BUREAUS.join('、')}。` : '',
  );
}

const policies = Array.from({ length: 1200 }, (_, n) => policy(n));
const libraryOf = (count: number): Library =>
  linkLibrary([...organisations, ...policies.slice(0, count)]).library;
const WEIGHT = PAGE_WEIGHT / 256;
const listOf = (count: number): Group<Item>[] => {
  const library = libraryOf(count);
  return partition(
    library,
    'policies',
    library.list('policies').map((entry) => ({ entry, weight: WEIGHT })),
  );
};
const large = listOf(1200);

test('a list that one page bears has no other', () => {
  assert.deepEqual(
    listOf(200).map(({ path, parts }) => [path, parts]),
    [['policies.html', []]],
  );
});

test('a long list is parted by year, by issuer and by name', () => {
  const ways = large[0]!.parts.map(({ axis, groups }) => [axis, groups.map(({ path }) => path)]);
  assert.deepEqual(ways, [
    ['year', ['2013', '2012', '2011', '2010', 'undated'].map((year) => `policies-${year}.html`)],
    [
      'issuer',
      [
        'policies-by-b1.html',
        'policies-by-b0.html',
        'policies-by-b2.html',
        'policies-issuer-unknown.html',
      ],
    ],
    ['name', ['c', 's', 'z'].map((letter) => `policies-initial-${letter}.html`)],
  ]);
});

test('no page lists more than it bears, and every document stands on one that is reached from the first', () => {
  const reached = new Set<Group<Item>>();
  const walk = (group: Group<Item>): void => {
    if (reached.has(group)) return;
    reached.add(group);
    for (const { groups } of group.parts) groups.forEach(walk);
  };
  walk(large[0]!);
  assert.equal(reached.size, large.length);
  const listed = new Set<Entry>();
  for (const group of large) {
    const shown = itemsOutsideParts(group);
    assert.ok(shown.length * WEIGHT <= PAGE_WEIGHT, group.path);
    for (const { entry } of shown) listed.add(entry);
  }
  assert.equal(listed.size, 1200);
});

test('names that begin alike are parted where they differ', () => {
  const one = large.find(({ path }) => path === 'policies-undated.html')!;
  const entries = Array.from({ length: 600 }, (_, n) =>
    entryOf(`policies/q${n}`, `title: 中华人民共和国${SUBJECTS[n % 6]}法第${n}号`),
  );
  const { library } = linkLibrary(entries);
  const [whole] = partition(
    library,
    'policies',
    entries.map((entry) => ({ entry, weight: WEIGHT })),
  );
  assert.deepEqual(
    whole!.parts.map((part) => [
      axisLabel(part),
      part.groups.map(({ facets, items }) => [partLabel(library, part.axis, facets), items.length]),
    ]),
    [
      [
        '按“中华人民共和国”之后的读音',
        [
          ['C', 100],
          ['D', 200],
          ['H', 100],
          ['L', 100],
          ['X', 100],
        ],
      ],
    ],
  );
  assert.ok(one.items.every(({ entry }) => !entry.date));
});

test('as documents are added, addresses stay, and hold what they held', () => {
  const grown = new Map(large.map((group) => [group.path, group]));
  for (const group of listOf(700)) {
    const later = grown.get(group.path);
    assert.ok(later, group.path);
    assert.equal(
      groupName(libraryOf(1200), later.facets),
      groupName(libraryOf(1200), group.facets),
    );
    const held = new Set(later.items.map(({ entry }) => entry.key));
    assert.ok(
      group.items.every(({ entry }) => held.has(entry.key)),
      group.path,
    );
  }
});

test('a page with many names has headings, by what it is not yet parted by', () => {
  const library = libraryOf(1200);
  const year = large.find(({ path }) => path === 'policies-2013.html')!;
  assert.deepEqual(
    sections(library, year).map(({ label }) => label),
    ['市财政局', '市工信局', '市科技局', '发文机关不详'],
  );
  assert.equal(groupName(library, year.facets), '2013年');
});
