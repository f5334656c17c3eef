import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  characterTokens,
  decodeToken,
  EVERY_PAGE,
  namePhrase,
  nameTokens,
  textPhrase,
  textTokens,
  wholeNamePhrase,
} from './codec.ts';
import { fold } from './normalise.ts';

const characters = Array.from(
  '产业链集群七个一253万元第号。，“”〔〕（）［］【】 ＡaBb%鏈産が é𠀀𬜯\u{10FFFF}\u{FFFFF}',
);
const text = fc.oneof(
  fc.array(fc.constantFrom(...characters), { maxLength: 60 }).map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

/** Where a row of tokens stands in another. */
function phraseAt(tokens: string[], phrase: string[]): number {
  return tokens.findIndex((_, start) => phrase.every((token, at) => tokens[start + at] === token));
}

test('a token decodes to the characters that it was made of', () => {
  fc.assert(
    fc.property(text, (original) => {
      const normal = fold(original).text;
      const tokens = textTokens(normal);
      const decoded = tokens.map((token) => Array.from(decodeToken(token))[0]).join('');
      assert.equal(decoded, normal);
    }),
  );
});

test('any substring of two or more characters is found by its tokens, at its place', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (original, from, length) => {
      const normal = Array.from(fold(original).text);
      if (normal.length < 2) return;
      const start = from % (normal.length - 1);
      const part = normal.slice(start, start + 2 + (length % (normal.length - start - 1)));
      const at = phraseAt(textTokens(normal.join('')), textPhrase(part.join('')));
      assert.ok(at >= 0 && at <= start);
      assert.deepEqual(normal.slice(at, at + part.length), part);
    }),
  );
});

test('a string that does not stand in the text is not found', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const normal = fold(one).text;
      const query = fold(other).text;
      if (Array.from(query).length < 2) return;
      assert.equal(phraseAt(textTokens(normal), textPhrase(query)) >= 0, normal.includes(query));
    }),
  );
});

test('phrases do not run from one text into the next, nor from texts into names', () => {
  const tokens = [...textTokens('产业'), ...textTokens('链条'), ...nameTokens('七个一')];
  for (const query of ['业链', '产业链', '条七', '个一'])
    assert.equal(phraseAt(tokens, textPhrase(query)), -1, query);
  assert.notEqual(phraseAt(tokens, textPhrase('链条')), -1);
  assert.notEqual(phraseAt(tokens, wholeNamePhrase('七个一')), -1);
  assert.equal(phraseAt(tokens, wholeNamePhrase('七个')), -1);
});

test('one character is found exactly where it stands', () => {
  fc.assert(
    fc.property(text, text, (original, other) => {
      const normal = fold(original).text;
      const character = Array.from(fold(other).text)[0];
      if (character === undefined) return;
      const tokens = [...textTokens(normal), ...characterTokens(new Set(normal))];
      assert.equal(phraseAt(tokens, textPhrase(character)) >= 0, normal.includes(character));
    }),
  );
});

test('a name is found by its parts, by one character, and as a whole', () => {
  const tokens = nameTokens('七个一');
  for (const query of ['七个一', '个一', '七'])
    assert.ok(phraseAt(tokens, namePhrase(query)) >= 0, query);
  for (const query of ['一七', '八', '个一个'])
    assert.equal(phraseAt(tokens, namePhrase(query)), -1, query);
  assert.ok(phraseAt(tokens, wholeNamePhrase('七个一')) >= 0);
  assert.equal(phraseAt(tokens, wholeNamePhrase('七')), -1);
  assert.ok(!tokens.includes(EVERY_PAGE));
});

test('tokens hold nothing but letters, so that no segmenter cuts them', () => {
  fc.assert(
    fc.property(text, (original) =>
      textTokens(fold(original).text).every((token) => /^[a-z]+$/.test(token)),
    ),
  );
});
