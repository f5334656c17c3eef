import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryOf, libraryOf } from '../../../tests/site/sample-library.ts';
import { MAIN, sectionsIn } from '../navigation.ts';
import { measureRoots } from '../measures/measures.ts';
import { latestState, progressOf, stateCounts, statementsOn } from './progress.ts';

const reply = (id: string, date: string, text: string) =>
  entryOf(`replies/${id}`, `title: 答复${id}\ndate: "${date}"`, text);
const measure = (id: string, head: string) =>
  entryOf(
    `measures/${id}`,
    `title: 举措${id}\n${head}\nevidence:\n  - in: replies/a\n    quote: 将举办甲、乙`,
  );
const library = libraryOf(
  reply('a', '2021-05-20', '今年将举办甲、乙，方案均已制定。'),
  reply('b', '2022-05-20', '甲已举办。'),
  measure(
    'one',
    'order: 1\nstatus:\n  - { state: 将开展, quote: 今年将举办甲、乙 }\n  - { state: 已完成, quote: 甲已举办, in: replies/b }',
  ),
  measure('two', 'order: 2\nstatus: { state: 将开展, quote: 今年将举办甲、乙 }'),
  measure('three', 'order: 3\npartOf: two\nstatus: { state: 将开展, quote: 今年将举办甲、乙 }'),
  measure('four', 'order: 4\npartOf: two'),
  measure('done', 'order: 5\nstatus: { state: 已完成, quote: 方案均已制定 }'),
  measure('part', 'order: 6\npartOf: done'),
  entryOf(
    'events/fair',
    [
      'title: 博览会',
      'external:',
      '  - fact: 甲于6月开幕。',
      '    quote: 甲于6月开幕',
      '    source: { title: 某报, kind: news, date: "2021-06-18" }',
      '    confidence: high',
      '    concerns: [measures/two]',
      '  - fact: 甲往年举办过。',
      '    quote: 甲往年举办过',
      '    source: { title: 某报, kind: news, date: "2020-06-18" }',
      '    confidence: high',
      '    concerns: [measures/two]',
    ].join('\n'),
  ),
);
const { rows, unstated } = progressOf(library, measureRoots(library));

test('a measure has the state of the latest document, and keeps what earlier ones said', () => {
  const one = library.get('measures/one');
  assert.equal(latestState(library, one), '已完成');
  assert.deepEqual(
    statementsOn(library, one).map(({ statement, document }) => [statement.state, document.title]),
    [
      ['已完成', '答复b'],
      ['将开展', '答复a'],
    ],
  );
});

test('what one sentence says of several measures is shown once', () => {
  const row = rows.find(({ measure }) => measure.title === '举措two')!;
  assert.deepEqual(
    row.also.map(({ title }) => title),
    ['举措three'],
  );
});

test('of what nothing is said it is said so, and counted', () => {
  assert.deepEqual(
    unstated.map(({ title }) => title),
    ['举措four', '举措part'],
  );
  assert.deepEqual(stateCounts(library), [2, 0, 2, 2]);
});

test('an outside source is shown where it is later than the document, and only there', () => {
  assert.deepEqual(
    rows.flatMap(({ later }) => later.map(({ entry, fact }) => [entry.title, fact.fact])),
    [['博览会', '甲于6月开幕。']],
  );
});

test('the page stands in the navigation of a library that speaks of progress', () => {
  const named = (one: typeof library) => sectionsIn(one, MAIN).map(({ text }) => text);
  assert.ok(named(library).includes('进展'));
  assert.ok(!named(libraryOf(reply('a', '2021-05-20', '甲。'))).includes('进展'));
});
