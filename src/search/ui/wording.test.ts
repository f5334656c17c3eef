import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Asked } from '../format/types.ts';
import { countOf, noneOf } from './wording.ts';

const typed = (...words: string[]): Asked[] => words.map((word) => ({ typed: word }));
const traditional = [{ typed: '産業鏈', simplified: '产业链' }];

const counts: [asked: Asked[], total: number, words: string][] = [
  [typed('七个一'), 3, '3页含有“七个一”'],
  [typed('没有'), 0, '没有一页含有“没有”'],
  [typed('特钢材料', '大数据'), 10, '10页同时含有“特钢材料”和“大数据”'],
  [typed('甲', '乙', '丙'), 1, '1页同时含有“甲”、“乙”和“丙”'],
  [typed(...'甲乙丙丁戊'), 0, '没有一页同时含有“甲”、“乙”、“丙”、“丁”等5个词'],
  [traditional, 65, '65页含有“産業鏈”（简体“产业链”）'],
  [[], 0, '“ab”里没有可以搜索的字。请输入汉字、字母或数字'],
];
for (const [asked, total, words] of counts) {
  test(words, () => assert.equal(countOf({ query: 'ab', asked, total, quoting: 0 }), words));
}

test('a word is cut where there is little room', () => {
  assert.equal(
    countOf({ query: '', asked: typed('产'.repeat(100)), total: 2, quoting: 0 }, 5),
    '2页含有“产产产产产……”',
  );
});

test('why there are no results', () => {
  assert.equal(
    noneOf({ asked: typed('甲', '乙'), partial: [] }, false),
    '全库没有一页同时含有“甲”和“乙”。也没有接近的。试试短一些的词。',
  );
  assert.equal(
    noneOf({ asked: traditional, partial: [] }, true),
    '在所选的范围里，没有一页含有“産業鏈”（简体“产业链”）。',
  );
  assert.equal(noneOf({ asked: [], partial: [] }, false), '没有可以搜索的字。');
});
