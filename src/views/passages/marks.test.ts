import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryOf, libraryOf } from '../../../tests/site/sample-library.ts';
import type { EntryKey } from '../../library/types.ts';
import { marksIn } from './passages.ts';

const TEXT =
  '含新能源汽车、新能源；培育龙头骨干企业，摸排龙头骨干企业；围绕[轨道交通](chain:rail)对接，发展轨道交通；奖励专精特新“小巨人”企业、“专精特新”企业。';
const evidence = `evidence:\n  - in: replies/one\n    quote: 培育龙头骨干企业`;
const library = libraryOf(
  entryOf('replies/one', 'title: 答复', TEXT),
  entryOf('clusters/energy', 'title: 新能源'),
  entryOf('clusters/cars', 'title: 新能源汽车'),
  entryOf('clusters/rail', 'title: 轨道交通'),
  entryOf('chains/rail', 'title: 轨道交通（产业领域）'),
  entryOf('terms/new', 'title: 专精特新'),
  entryOf('policies/giant', 'title: 专精特新“小巨人”企业'),
  entryOf('terms/firms', 'title: 龙头骨干企业'),
  entryOf('measures/grow', `title: 培育龙头骨干企业\nterms: [firms]\n${evidence}`),
);

/** The marked words with what stands before each. */
function marked(key: EntryKey): string[] {
  const document = library.get('replies/one');
  const [block] = document.blocks;
  const passage = library.locate({ in: 'replies/one', quote: block!.text });
  return marksIn(library, passage, library.get(key)).map(({ start, end }) =>
    block!.text.slice(Math.max(0, start - 1), end),
  );
}

const ROWS: [key: EntryKey, words: string[], why: string][] = [
  ['clusters/energy', ['、新能源'], 'not inside 新能源汽车'],
  ['clusters/cars', ['含新能源汽车'], 'the longer name is its own'],
  ['clusters/rail', ['展轨道交通'], 'not where the author linked the field'],
  ['chains/rail', ['绕轨道交通'], 'where the author linked it, whatever the words'],
  ['terms/new', ['“专精特新'], 'not inside the name of an award'],
  ['terms/firms', ['育龙头骨干企业', '排龙头骨干企业'], 'inside a measure on it as well'],
  ['measures/grow', ['；培育龙头骨干企业'], 'the measure by its whole name'],
];

for (const [key, words, why] of ROWS)
  test(`${key} is marked ${why}`, () => assert.deepEqual(marked(key), words));
