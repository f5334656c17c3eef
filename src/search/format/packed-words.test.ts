/** Any words come back as they were packed, and in the bytes that a CBOR library writes of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encode } from 'cborg';
import fc from 'fast-check';
import { NAMES } from './positions.ts';
import { pairToken, singleToken } from './tokens.ts';
import { packWords, unpackWords, type Word } from './packed-words.ts';
import { pagefindWords } from './pagefind-words.ts';
import { RangeReader, RangeWriter } from './range-coder.ts';

const PAGES = 5000;
const ascending = (least: number, most: number, count: number) =>
  fc
    .uniqueArray(fc.integer({ min: least, max: most }), { maxLength: count })
    .map((numbers) => numbers.sort((a, b) => a - b));
/** Near and far, in texts and in names, the last position that there can be among them. */
const positions = fc
  .tuple(
    fc.oneof(ascending(0, 40, 20), ascending(0, NAMES - 1, 5)),
    fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, ascending(NAMES, NAMES + 2 ** 30 - 1, 3)),
  )
  .map(([texts, names]) => [...texts, ...names])
  .filter((all) => all.length > 0);
const places = ascending(0, PAGES - 1, 12).chain((pages) =>
  fc.tuple(...pages.map((page) => positions.map((where) => ({ page, positions: where })))),
);
const point = fc.oneof(
  fc.integer({ min: 0x4e00, max: 0x4e20 }),
  fc.integer({ min: 0x20, max: 0x10ffff }),
);
const key = ({ first, second }: Pick<Word, 'first' | 'second'>) => `${first} ${second ?? ''}`;
const words = fc
  .uniqueArray(
    fc.record(
      { first: point, second: fc.option(point, { nil: undefined, freq: 4 }), places },
      { noNullPrototype: true },
    ),
    { selector: key, maxLength: 12 },
  )
  .map((all) =>
    all.sort(
      (one, other) =>
        Number(one.second === undefined) - Number(other.second === undefined) ||
        one.first - other.first ||
        (one.second ?? 0) - (other.second ?? 0),
    ),
  );

const differences = (numbers: readonly number[]): number[] =>
  numbers.map((number, at) => number - (numbers[at - 1] ?? 0));

/** As Pagefind has it: `index_words.rs`. */
const asPagefind = (word: Word): unknown[] => {
  const pages = differences(word.places.map(({ page }) => page));
  const token =
    word.second === undefined ? singleToken(word.first) : pairToken(word.first, word.second);
  return [
    token,
    word.places.map(({ positions: all }, at) => {
      const names = all.filter((one) => one >= NAMES);
      const texts = all.slice(0, all.length - names.length);
      const marked = names.length ? [-1, ...differences(names)] : [];
      return [pages[at], [...differences(texts), ...marked], []];
    }),
    [],
  ];
};

test('words are unpacked as they were packed, and become the bytes of their CBOR', () => {
  fc.assert(
    fc.property(words, (all) => {
      const unpacked = unpackWords(packWords(all, PAGES));
      assert.deepEqual(unpacked, all);
      assert.deepEqual(
        Buffer.from(pagefindWords(unpacked)),
        Buffer.from(encode([all.map(asPagefind)])),
      );
    }),
    { numRuns: 300 },
  );
});

test('a row of bits comes back whatever it is, likely or not, with carries and without', () => {
  const step = fc.oneof(
    fc.record({ model: fc.integer({ min: 0, max: 3 }), bits: fc.integer({ min: 0, max: 1 }) }),
    fc.integer({ min: 1, max: 12 }).chain((count) =>
      fc.record({
        count: fc.constant(count),
        bits: fc.oneof(fc.constant(2 ** count - 1), fc.integer({ min: 0, max: 2 ** count - 1 })),
      }),
    ),
  );
  const rows = fc.oneof(
    fc.array(step, { maxLength: 3000 }),
    // Long rows of what is all but certain push the carry as far as it goes.
    fc.array(fc.constant({ model: 0, bits: 1 }), { minLength: 2000, maxLength: 20_000 }),
  );
  fc.assert(
    fc.property(rows, (row) => {
      const writer = new RangeWriter(4);
      for (const one of row)
        if ('model' in one) writer.bit(one.model, one.bits);
        else writer.plain(one.count, one.bits);
      const reader = new RangeReader(4, writer.finish());
      for (const one of row)
        assert.equal('model' in one ? reader.bit(one.model) : reader.plain(one.count), one.bits);
    }),
    { numRuns: 100 },
  );
});
