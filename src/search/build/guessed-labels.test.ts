import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packLabel, unpackLabel } from './guessed-labels.ts';

/** Units of a law, with a label that none could guess. */
const UNITS = [
  ['p1', '2010年12月23日通过', '第1段'],
  ['p2', '第一章 总则', '小标题'],
  ['p3', '第一条 为了甲，制定本条例。', '第一条'],
  ['p4', '第二条 乙应当：', '第二条第一款'],
  ['p5', '（一）丙；', '第二条第一款第（一）项'],
  ['p6', '（二）丁。', '第二条第一款第（二）项'],
  ['p7', '戊除外。', '第二条第二款'],
  ['p8', '已是另一条', '第九千九百九十九条第九千九百九十九款'],
  ['p9', '其后', '其后的名称'],
  ['title', '名称', ''],
] as const;

test('every label is read as it was written', () => {
  let before = '';
  for (const [id, line, label] of UNITS) {
    const packed = packLabel(label, id, line, before);
    assert.equal(unpackLabel(packed, id, line, before), label);
    before = label;
  }
});

test('what the words tell is not written', () => {
  let before = '';
  const written: string[] = [];
  for (const [id, line, label] of UNITS) {
    const packed = packLabel(label, id, line, before);
    if (typeof packed === 'string') written.push(packed);
    before = label;
  }
  assert.deepEqual(written, ['小标题', '第九千九百九十九条第九千九百九十九款', '其后的名称', '']);
});
