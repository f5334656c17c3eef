import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold } from './normalise.ts';
import { traditionalTable } from '../../text/simplified.ts';

const table = traditionalTable(new Set('产业链后里集群发展'));

const same: [string, string][] = [
  ['第46号', '46号'],
  ['常办电[2021]39号', '常办电〔２０２１〕第３９号'],
  ['産業鏈', '产业链'],
  ['“253”培育', '253培育'],
  ['ＭＥＭＳ　Sensor', 'mems sensor'],
  ['高端化、智能化', '高端化智能化'],
  ['（含新能源汽车）', '【含新能源汽车】'],
  ['①', '1'],
];

for (const [one, other] of same) {
  test(`${one} and ${other} are one`, () =>
    assert.equal(fold(one, table).text, fold(other, table).text));
}

const different: [string, string][] = [
  ['50%', '50'],
  ['第三方', '三方'],
  ['工业互联网+', '工业互联网'],
];

for (const [one, other] of different) {
  test(`${one} and ${other} are not one`, () =>
    assert.notEqual(fold(one, table).text, fold(other, table).text));
}

test('control characters, unpaired surrogates and punctuation come to nothing', () => {
  assert.equal(
    fold(
      '\u0000\u0007\u200B\uFEFF\uD800\uDC00\uD800。，！？《》"\'<>'.replace(
        /[<>]|\uD800\uDC00/g,
        '',
      ),
    ).text,
    '',
  );
});

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...'第号4６〔〕一、 产産é')).map((list) => list.join('')),
);

test('the way back leads to the characters that the normal form was made of', () => {
  fc.assert(
    fc.property(anything, (original) => {
      const folded = fold(original, table);
      assert.equal(folded.starts.length, folded.text.length);
      for (let at = 0; at < folded.text.length; at++) {
        const source = original.slice(folded.starts[at], folded.ends[at]);
        assert.ok(fold(source, table).text.includes(folded.text[at]!));
        if (at > 0) assert.ok(folded.starts[at]! >= folded.starts[at - 1]!);
      }
      for (const [digit, ordinal] of folded.ordinals) {
        assert.match(folded.text[digit]!, /[0-9]/);
        assert.equal(fold(original[ordinal]!).text, '第');
      }
    }),
  );
});

test('a text cut anywhere, but behind 第, normalises to the cut', () => {
  fc.assert(
    fc.property(anything, fc.nat(), (original, where) => {
      const points = Array.from(original);
      const cut = points.length === 0 ? 0 : where % points.length;
      const [head, tail] = [points.slice(0, cut).join(''), points.slice(cut).join('')];
      if (fold(head).text.endsWith('第')) return;
      assert.equal(fold(head).text + fold(tail).text, fold(original).text);
    }),
  );
});
