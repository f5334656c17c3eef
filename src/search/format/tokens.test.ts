import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold } from './normalise.ts';
import {
  isInName,
  isWholeName,
  namePosition,
  placeInTitle,
  pointsOf,
  singleToken,
  tokensOf,
} from './tokens.ts';

const characters = Array.from(
  '产业链集群七个一253万元第号。，“”〔〕（）［］【】 ＡaBb%鏈産が é𠀀𬜯\u{10FFFF}\u{FFFFF}',
);
const text = fc.oneof(
  fc.array(fc.constantFrom(...characters), { maxLength: 60 }).map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const normal = text.map((original) => fold(original).text);

/** Where a row of tokens stands in another. */
function rowAt(tokens: string[], row: string[]): number {
  return tokens.findIndex((_, start) => row.every((token, at) => tokens[start + at] === token));
}

test('a string of two or more characters is found by its tokens exactly where it stands', () => {
  fc.assert(
    fc.property(normal, normal, fc.nat(), fc.nat(), (one, other, from, length) => {
      const points = Array.from(one);
      if (points.length < 2) return;
      const start = from % (points.length - 1);
      const part = points.slice(start, start + 2 + (length % (points.length - start - 1))).join('');
      for (const query of [part, other].filter((string) => Array.from(string).length > 1))
        assert.equal(rowAt(tokensOf(one), tokensOf(query)) >= 0, one.includes(query));
    }),
  );
});

test('no token begins another, so that none is found in place of another', () => {
  fc.assert(
    fc.property(normal, (original) => {
      const tokens = new Set([...tokensOf(original), ...pointsOf(original).map(singleToken)]);
      for (const one of tokens)
        for (const other of tokens) assert.ok(one === other || !other.startsWith(one));
    }),
  );
});

test('tokens hold nothing but letters, so that no segmenter cuts them', () => {
  fc.assert(
    fc.property(normal, (original) => tokensOf(original).every((token) => /^[a-z]+$/.test(token))),
  );
});

const slot = fc.nat({ max: 4095 });
const length = fc.integer({ min: 1, max: 511 });

test('a row is the whole of a name only from its beginning and with its length', () => {
  fc.assert(
    fc.property(slot, length, fc.nat({ max: 510 }), length, (number, long, offset, row) => {
      const position = namePosition(number, long)! + offset;
      assert.ok(isInName(position));
      assert.equal(isWholeName(position, row), offset === 0 && row === long);
    }),
  );
});

test('no two names of a page share a position, and all fit the numbers that Pagefind reads', () => {
  fc.assert(
    fc.property(slot, length, slot, length, (one, long, other, longer) => {
      if (one === other) return;
      const [first, second] = [namePosition(one, long)!, namePosition(other, longer)!];
      const [low, high] = first < second ? [first + long, second] : [second + longer, first];
      assert.ok(low <= high && high + 511 < 2 ** 31);
    }),
  );
});

test('names too long or too many are left to the text', () => {
  assert.equal(namePosition(0, 512), undefined);
  assert.equal(namePosition(4096, 2), undefined);
});

test('a position of the title says where in the title it is', () => {
  assert.equal(placeInTitle(namePosition(0, 9)! + 4), 4);
  assert.equal(placeInTitle(namePosition(1, 9)! + 4), undefined);
  assert.equal(placeInTitle(4), undefined);
});
