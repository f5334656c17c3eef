import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryOf, libraryOf } from '../../../tests/site/sample-library.ts';
import { siblingsOf } from '../measures/measures.ts';
import { subjectPage, subjectsOfEntry } from './subjects.ts';
import { pagePath } from '../urls.ts';

const MANY = 200;
const library = libraryOf(
  entryOf('replies/one', 'title: 答复一\ndate: "2021-05-20"', '培育龙头企业，支持人才。'),
  entryOf('terms/firms', 'title: 龙头企业'),
  entryOf('terms/talent', 'title: 人才'),
  ...Array.from({ length: MANY }, (_, i) =>
    entryOf(
      `measures/m${i}`,
      `title: 第${i}项\norder: ${i}\nsubjects: [firms${i === 0 ? ', talent' : ''}]\nevidence:\n  - in: replies/one\n    quote: 培育龙头企业，支持人才`,
    ),
  ),
);
const context = (key: 'terms/firms' | 'measures/m0') => ({ library, page: pagePath(key) });

test('a subject of many measures lists all of them, without repeating their words', () => {
  const view = subjectPage(context('terms/firms'), library.get('terms/firms'))!;
  assert.equal(view.count, MANY);
  const places = view.groups.flatMap((group) => group.places);
  assert.equal(places.length, MANY);
  assert.ok(places.every(({ passage }) => passage === undefined));
});

test('a measure shows a few other places with their words, and says how many more there are', () => {
  const [firms, ...others] = subjectsOfEntry(context('measures/m0'), library.get('measures/m0'));
  const places = firms!.groups.flatMap((group) => group.places);
  assert.deepEqual(
    [places.length, firms!.more, places.every(({ passage }) => passage !== undefined)],
    [6, MANY - 7, true],
  );
  assert.ok(places.every(({ text }) => text !== '第0项'));
  assert.deepEqual(others, [], 'a subject with one place only is not shown');
});

test('a measure among many siblings shows its place and its neighbours', () => {
  const siblings = siblingsOf(library, pagePath('measures/m5'), library.get('measures/m5'))!;
  assert.deepEqual([siblings.whole.text, siblings.place, siblings.count], ['答复一', 6, MANY]);
  assert.deepEqual(
    siblings.shown.map(({ text, current }) => [text, current]),
    [
      ['第4项', false],
      ['第5项', true],
      ['第6项', false],
    ],
  );
});
