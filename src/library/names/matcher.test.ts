import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nameMatcher } from './matcher.ts';

const found = (names: string[], text: string): string[] =>
  nameMatcher(names)(text).map(({ start, end }) => text.slice(start, end));

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

/** What `longest` is to find, said plainly: letter by letter, spaces passed over. */
function longestByHand(names: string[], text: string): string[] {
  const isWord = (char = ''): boolean => /[0-9a-z]/iu.test(char);
  const all = names.flatMap((name) =>
    Array.from(text, (_, start) => {
      let [end, rest] = [start, name];
      for (; rest && (text[end] === rest[0] || (end > start && text[end] === ' ')); end++)
        if (text[end] !== ' ') rest = rest.slice(1);
      const cut =
        (isWord(text[start - 1]) && isWord(text[start])) ||
        (isWord(text[end - 1]) && isWord(text[end]));
      return { name, start, end, found: rest === '' && !cut };
    }).filter(({ found }) => found),
  );
  const taken = new Set<number>();
  const kept = all
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
        nameMatcher(names)(body).map(({ start, end }) => `${start}–${end}`),
        longestByHand(names, body),
      ),
    ),
    { numRuns: 500, seed: 11 },
  );
});
