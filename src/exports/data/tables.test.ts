import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCsv } from './tables.ts';

const CASES: [what: string, cell: string | number | string[] | undefined, line: string][] = [
  ['plain words', '七个一', '七个一'],
  ['a comma', 'a,b', '"a,b"'],
  ['a quotation mark', '称"253"', '"称""253"""'],
  ['a line break', 'a\nb', '"a\nb"'],
  ['nothing', undefined, ''],
  ['a list', ['甲', '乙'], '甲、乙'],
  ['a number', -5, '-5'],
  ['what looks like a formula', '=1+1', "'=1+1"],
  ['what Lotus took for a formula', '@SUM(A1)', "'@SUM(A1)"],
  ['a sign before a word', '+甲', "'+甲"],
  ['a control character', '铃\x07声', '铃声'],
  ['a rare character', '𠮷', '𠮷'],
];

for (const [what, cell, line] of CASES)
  test(`a cell with ${what}`, () =>
    assert.equal(toCsv(['列'], [[cell]]), `\uFEFF列\r\n${line}\r\n`));
