import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  entryOf,
  libraryOf,
  sampleLibrary as library,
} from '../../../tests/site/sample-library.ts';
import { timeline } from './timeline.ts';

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
