import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryOf, libraryOf } from '../../../tests/site/sample-library.ts';
import { homePath } from '../urls.ts';
import { NARROW, WIDE } from './measure-map.ts';
import { measureMap } from './measure-map.ts';

for (const form of [WIDE, NARROW])
  test(`a long name stands whole in the ${form.name} map, on lines that have room`, () => {
    const title = '一个二十个字也写不下的名称很长很长很长的举措';
    const library = libraryOf(
      entryOf('measures/long', `title: ${title}`),
      entryOf('measures/next', 'title: 短举措'),
    );
    const [long, next] = measureMap(library, homePath, form).measures;
    assert.equal(long?.lines.join(''), title);
    assert.ok(long.lines.every((line) => line.length <= form.columns.measure.longest));
    assert.ok(next!.y >= long.y + long.height, 'what comes next stands under it');
  });
