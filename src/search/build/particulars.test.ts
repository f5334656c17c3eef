import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryOf, libraryOf } from '../../../tests/site/sample-library.ts';
import type { Entry, EntryKey } from '../../library/types.ts';
import { particularsOf } from './particulars.ts';

/** Names all policies and what relates to them, so that one quotation shows every relation. */
const TEXT = '2019年甲计划、2020年乙办法：招引项目、首批项目、新材料，2018年博览会。';

const evidence = (...quotes: string[]) =>
  `evidence: [${quotes.map((quote) => `{ in: replies/one, quote: ${quote} }`).join(', ')}]`;
const policy = (id: string, title: string, level: string, year: string): Entry =>
  entryOf(
    `policies/${id}`,
    `title: ${title}\nlevel: ${level}\ndate: "${year}"\ndateText: ${year}年\n${evidence(`${year}年${title}`)}`,
  );
const entry = (key: EntryKey, title: string, more = ''): Entry =>
  entryOf(key, [`title: ${title}`, evidence(more ? TEXT : title), more].filter(Boolean).join('\n'));

const library = libraryOf(
  entryOf(
    'replies/one',
    'title: 答复\nlevel: 市\ndate: "2021-05-20"\ndateText: 2021年5月20日\nissuers: [bureau]',
    `${TEXT}稳定工作。一加一。市工信局，2021年5月20日。`,
  ),
  entryOf('organisations/bureau', 'title: 市工信局'),
  policy('a', '甲计划', '省', '2019'),
  policy('b', '乙办法', '市', '2020'),
  entryOf('policies/bare', 'title: 某规定'),
  entry('measures/projects', '招引项目', 'policies: [b, a]'),
  entry('measures/first', '首批项目', 'partOf: projects'),
  entry('measures/steady', '稳定工作'),
  entry('clusters/new', '新材料', 'policies: [a, b]'),
  entryOf(
    'events/fair',
    `title: 博览会\ndate: "2018"\ndateText: 2018年\npolicies: [a]\n${evidence(TEXT)}`,
  ),
  entry('terms/eleven', '一加一'),
);

const cases: [key: EntryKey, levels: string[], years: string[], issuers: string[], why: string][] =
  [
    ['policies/a', ['省'], ['2019'], [], 'a policy says its own'],
    ['policies/bare', [], [], [], 'what a document does not say is not known'],
    ['measures/projects', ['省'], ['2019'], [], 'a measure has those of its first policy'],
    ['measures/first', ['省'], ['2019'], [], 'a part has those of its whole'],
    ['clusters/new', ['省', '市'], ['2019', '2020'], [], 'a cluster has those of all its policies'],
    ['events/fair', ['省'], ['2018'], [], 'a date of its own comes first'],
    [
      'measures/steady',
      ['市'],
      ['2021'],
      ['市工信局'],
      'else those of the document that it stands in',
    ],
    ['terms/eleven', ['市'], ['2021'], ['市工信局'], 'a term too'],
    ['organisations/bureau', [], [], [], 'an organisation is not issued by anyone'],
  ];
for (const [key, levels, years, issuers, why] of cases) {
  test(`${key}: ${why}`, () => {
    const known = particularsOf(library, library.get(key));
    assert.deepEqual([known.levels, known.years, known.issuers], [levels, years, issuers]);
  });
}

test('a record says what search filters by, and nothing unknown', () => {
  assert.deepEqual(particularsOf(library, library.get('clusters/new')), {
    kind: '集群',
    about: '',
    aliases: [],
    levels: ['省', '市'],
    years: ['2019', '2020'],
    issuers: [],
    clusters: ['新材料'],
  });
});
