import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeJson, encodeJson } from './gb18030.ts';

test('every character of the basic plane is read as it was written, and half a pair', () => {
  for (let from = 0; from < 0x10000; from += 0x1000) {
    const text = String.fromCharCode(...Array.from({ length: 0x1000 }, (_, at) => from + at));
    assert.equal(decodeJson(encodeJson(text)), text, from.toString(16));
  }
});

test('so are rare characters, and those whose code another edition gave another', () => {
  const value = { text: '𠮷𡘙𪚥', 'ḿ﹅︐龴': ['€', '\u{10ffff}', '"\\\n'] };
  assert.deepEqual(decodeJson(encodeJson(value)), value);
});

test('a Chinese character takes two bytes', () => {
  const text = '为了甲，制定本条例。“乙”——〔2021〕第（一）项；';
  assert.equal(encodeJson(text).length, 2 * text.replace(/[\d"]/gu, '').length + 4 + 2);
});
