/** The overviews: awards, timeline, clusters by tier, chains by count, the lists, the map. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awardTable, hasAwards } from './awards/award-table.ts';
import { chainCount } from './chains/chain-count.ts';
import { clusterOverview } from './clusters/cluster-tiers.ts';
import { homePage, sampleQueries } from './home/home.ts';
import { listGroups } from './lists/list-groups.ts';
import { NARROW, WIDE } from './measure-map/map-drawing.ts';
import { measureMap } from './measure-map/measure-map.ts';
import { measuresBySource } from './measures/measures-by-source.ts';
import { headerLinks } from '../layouts/navigation.ts';
import { entryOf, libraryOf, sampleLibrary as library } from '../../tests/site/sample-library.ts';
import { timeline } from './home/timeline.ts';
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

test('awards say where to apply and until when, where the text does', () => {
  const policy = entryOf(
    'policies/award',
    [
      'title: 奖励办法',
      'awards:',
      '  - name: 大奖',
      '    amount: 100',
      '    unit: 万元',
      '    channel: 向市工信局申报',
      '    validUntil: "2023-12-31"',
      '    quote: 给予100万元，有效期至2023年12月31日，向市工信局申报',
    ].join('\n'),
    '对大奖给予100万元，有效期至2023年12月31日，向市工信局申报。',
  );
  const shown = (rows: ReturnType<typeof awardTable>['rows']) =>
    rows.map(({ channel, validUntil }) => [channel, validUntil]);
  const { rows } = awardTable({ library: libraryOf(policy), page: awardsPath });
  assert.deepEqual(shown(rows), [['向市工信局申报', '至2023年12月31日']]);
  const silent = awardTable({ library, page: awardsPath });
  assert.deepEqual(shown(silent.rows)[0], ['不详', '不详']);
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
  const stops = timeline(many, homePath);
  assert.deepEqual(
    [stops.length, stops[0]?.label, stops[0]?.items[0]?.text, stops.at(-1)?.label],
    [9, '2013年及以前', '政策4件', '2021年'],
  );
  assert.deepEqual(stops.at(-1)?.items, [{ text: '政策1件', href: 'policies.html' }]);
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

test('clusters have a goal in common only where most of them belong to its policy', () => {
  const text = '到2022年，工业规模突破15000亿元；到2023年，服务规模突破900亿元。';
  const goal = (name: string, amount: number, by: number): string =>
    `  - { name: ${name}, amount: ${amount}, unit: 亿元, bound: 突破, by: ${by}, quote: 到${by}年，${name}突破${amount}亿元 }`;
  const policy = (id: string, target: string, clusters: string): ReturnType<typeof entryOf> =>
    entryOf(
      `policies/${id}`,
      `title: 计划${id}\nclusters: [${clusters}]\nevidence:\n  - { in: policies/${id}, quote: 到2022年 }\ntargets:\n${target}`,
      `${text}有甲集群、乙集群、丙集群。`,
    );
  const clusters = ['a', 'b', 'c'].map((id, i) =>
    entryOf(`clusters/${id}`, `title: ${'甲乙丙'[i]}集群`),
  );
  const goalOf = (...policies: ReturnType<typeof entryOf>[]) =>
    clusterOverview(libraryOf(...clusters, ...policies), homePath)?.goal;
  const few = policy('few', goal('服务规模', 900, 2023), 'a');
  const most = policy('most', goal('工业规模', 15000, 2022), 'a, b');
  assert.equal(goalOf(few), undefined);
  assert.equal(goalOf(few, most), '到2022年，工业规模突破15000亿元');
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
  assert.equal(measureMap(library, homePath, WIDE).measures.length, 2);
});

test('a document has one group of measures; others that they go back to are named beside it', () => {
  const stated = 'evidence:\n  - { in: policies/notice, quote: 按计划建立机制 }';
  const of = (id: string, policies: string) =>
    entryOf(`measures/${id}`, `title: 举措${id}\npolicies: [${policies}]\n${stated}`);
  const chain = libraryOf(
    entryOf('policies/notice', 'title: 通知\norder: 2', '按计划建立机制，落实下一步。'),
    entryOf('policies/plan', 'title: 省计划\norder: 1'),
    of('both', 'notice, plan'),
    of('next', 'plan'),
    of('only', 'notice'),
  );
  assert.deepEqual(
    measuresBySource(chain).map(({ source, others, roots }) => [
      source?.title,
      others.map((other) => other.title),
      roots.map(({ entry }) => entry.title),
    ]),
    [
      ['通知', ['省计划'], ['举措both', '举措only']],
      ['省计划', [], ['举措next']],
    ],
  );
  assert.deepEqual(
    homePage(chain, '文库').documents.map(({ text, others }) => [text, others.map((o) => o.text)]),
    [
      ['通知', ['省计划']],
      ['省计划', []],
    ],
  );
  assert.deepEqual(
    measureMap(chain, homePath, WIDE).sources.map(({ lines }) => lines.join('')),
    ['通知', '省计划'],
  );
});

for (const form of [WIDE, NARROW])
  test(`a long name stands whole in the ${form.name} map, on lines that have room`, () => {
    const title = '一个二十个字也写不下的名称很长很长很长的举措';
    const library = libraryOf(
      entryOf('measures/long', `title: ${title}`),
      entryOf('measures/next', 'title: 短举措'),
    );
    const [long, next] = measureMap(library, homePath, form).measures;
    assert.equal(long?.lines.join(''), title);
    assert.ok(long.lines.every((line) => line.length <= form.longest.measure));
    assert.ok(next!.y >= long.y + long.height, 'what comes next stands under it');
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
  const two = libraryOf(
    entryOf('replies/a', 'title: 甲答复', '甲事。'),
    entryOf('replies/b', 'title: 乙答复', '乙事。'),
    entryOf('terms/t', 'title: 甲事'),
  );
  assert.equal(homePage(two, '文库').heading[0], '两份答复，');
  assert.deepEqual(sampleQueries(library), ['1000万元']);
});
