import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryOf, libraryOf } from '../../../tests/site/sample-library.ts';
import { placesOf, subjectsOf } from './subjects.ts';

test('a subject has places where several texts speak of it; one with one place is not shown', () => {
  const measure = (id: string, subjects: string) =>
    entryOf(
      `measures/${id}`,
      `title: 举措${id}\nsubjects: [${subjects}]\nevidence: [{ in: replies/one, quote: 培育龙头企业，支持人才 }]`,
    );
  const library = libraryOf(
    entryOf('replies/one', 'title: 答复一', '培育龙头企业，支持人才。'),
    entryOf('terms/firms', 'title: 龙头企业'),
    entryOf('terms/talent', 'title: 人才'),
    measure('a', 'firms, talent'),
    measure('b', 'firms'),
  );
  assert.deepEqual(
    placesOf(library, 'terms/firms').map(({ entry, quotation }) => [entry.title, quotation?.quote]),
    [
      ['举措a', '培育龙头企业，支持人才'],
      ['举措b', '培育龙头企业，支持人才'],
    ],
  );
  assert.deepEqual(placesOf(library, 'terms/talent'), []);
  assert.deepEqual(subjectsOf(library, library.get('measures/a')), [library.get('terms/firms')]);
});
