import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold } from './normalise.ts';
import { decodeToken, pointsOf, singleToken, tokensOf } from './tokens.ts';

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

test('a token decodes to the characters that it was made of', () => {
  fc.assert(
    fc.property(normal, (original) => {
      const points = Array.from(original);
      if (points.length < 2) return;
      const pairs = points.slice(1).map((second, at) => points[at]! + second);
      assert.deepEqual(tokensOf(original).map(decodeToken), pairs);
      for (const point of pointsOf(original))
        assert.equal(decodeToken(singleToken(point)), String.fromCodePoint(point));
    }),
  );
});

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
