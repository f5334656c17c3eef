import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Matcher } from './matcher.ts';

const found = (names: string[], text: string): string[] =>
  new Matcher(names).longest(text).map(({ start, end }) => text.slice(start, end));

const CASES: [what: string, names: string[], text: string, expected: string[]][] = [
  ['a name in running text', ['七个一'], '建立“七个一”工作机制', ['七个一']],
  ['the longest of two', ['政策', '若干政策'], '若干政策', ['若干政策']],
  [
    'the longest of overlapping ones',
    ['两化融合', '融合水平提升'],
    '两化融合水平提升',
    ['融合水平提升'],
  ],
  ['one after another', ['市委', '市政府'], '市委市政府', ['市委', '市政府']],
  [
    'a name that is inside another elsewhere',
    ['市政府', '市政府办公室'],
    '市政府、市政府办公室',
    ['市政府', '市政府办公室'],
  ],
  ['spaces in the text', ['2021世界博览会'], '举办 2021 世界博览会；', ['2021 世界博览会']],
  ['no name inside a longer number', ['253'], '1253、2530和253', ['253']],
  ['no name inside a longer word', ['AI'], 'MAIN AI技术', ['AI']],
  ['rare characters', ['𠮷野'], '见𠮷野家', ['𠮷野']],
  ['nothing', ['集群'], '产业链', []],
];

for (const [what, names, text, expected] of CASES)
  test(`finds ${what}`, () => assert.deepEqual(found(names, text), expected));

test('finds every place that a plain search finds', () => {
  const word = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 4 });
  const words = fc.uniqueArray(word, { minLength: 1, maxLength: 6 });
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 40 });
  fc.assert(
    fc.property(words, text, (names, body) => {
      const plain = names.flatMap((name) =>
        Array.from(body, (_, at) => (body.startsWith(name, at) ? `${at}:${name}` : '')).filter(
          Boolean,
        ),
      );
      const all = new Matcher(names).all(body).map((m) => `${m.start}:${m.name}`);
      assert.deepEqual(all.sort(), plain.sort());
    }),
  );
});

/** What `longest` is to find, said plainly. */
function longestByHand(names: string[], text: string): string[] {
  const taken = new Set<number>();
  const kept = new Matcher(names)
    .all(text)
    .sort((a, b) => b.name.length - a.name.length || a.start - b.start)
    .filter(({ start, end }) => {
      if (taken.has(start) || taken.has(end - 1)) return false;
      for (let at = start; at < end; at++) taken.add(at);
      return true;
    });
  return kept.sort((a, b) => a.start - b.start).map(({ start, end }) => `${start}–${end}`);
}

test('keeps of overlapping names what taking the longest first keeps', () => {
  const letter = fc.constantFrom('甲', '乙', '丙', '1', 'a');
  const word = fc.string({ unit: letter, minLength: 1, maxLength: 5 });
  const text = fc.string({ unit: fc.oneof(letter, fc.constant(' ')), maxLength: 40 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), text, (names, body) =>
      assert.deepEqual(
        new Matcher(names).longest(body).map(({ start, end }) => `${start}–${end}`),
        longestByHand(names, body),
      ),
    ),
    { numRuns: 2000, seed: 11 },
  );
});

test('of ten thousand names, one inside another, the longest are found', () => {
  const NAME = '链'.repeat(10_000);
  const names = Array.from(NAME, (_, i) => NAME.slice(0, i + 1));
  const found = new Matcher(names).longest(NAME.repeat(3));
  assert.deepEqual(
    found.map(({ start, name }) => [start, name.length]),
    [0, 1, 2].map((time) => [time * NAME.length, NAME.length]),
  );
});
