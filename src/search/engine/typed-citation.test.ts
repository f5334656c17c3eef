/** What is a typed citation, and which unit it means. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headOf, matchSpecificity, placeInLabel, typedCitation } from './typed-citation.ts';

const table = new Map([
  ['許', '许'],
  ['條', '条'],
]);
const read = (typed: string): string | null => {
  const citation = typedCitation(typed, table);
  return citation && `${citation.name}|${citation.place ? headOf(citation.place) : ''}`;
};

const typed: [string, string | null][] = [
  ['行政许可法第三十二条', '行政许可法|第三十二条'],
  ['行政許可法第32條', '行政许可法|第三十二条'],
  ['《行政许可法》的第三十二条第一款', '《行政许可法》|第三十二条'],
  ['若干政策 第4条', '若干政策|第四条'],
  ['第12条 若干政策', '若干政策|第十二条'],
  ['刑法第一百三十三条之一', '刑法|第一百三十三条之一'],
  ['刑法133条之一', '刑法|第一百三十三条之一'],
  ['刑法264条', '刑法|第二百六十四条'],
  ['刑法 第 264 条', '刑法|第二百六十四条'],
  ['民法典 第1165条', '民法典|第一千一百六十五条'],
  ['民法典一千一百六十五条', '民法典|第一千一百六十五条'],
  ['《行政许可法》32条一款', '《行政许可法》|第三十二条'],
  ['公司法20', '公司法|第二十条'],
  ['公司法 20', '公司法|第二十条'],
  ['264条 刑法', '刑法|第二百六十四条'],
  ['行政许可法2章', '行政许可法|第二章'],
  ['行政许可法第二章', '行政许可法|第二章'],
  ['常办电〔2021〕39号', '常办电〔2021〕39号|'],
  ['常工信复[2021]第46号', '常工信复[2021]第46号|'],
  ['第三十二条', null],
  ['七个一', null],
  ['253', null],
  ['20210520', null],
  ['', null],
  [`${'法'.repeat(100)}第一条`, null],
];
for (const [query, expected] of typed)
  test(`“${query.slice(0, 20)}” is ${expected === null ? 'no citation' : expected}`, () =>
    assert.equal(read(query), expected));

const units: [cited: string, label: string, matchSpecificity: number][] = [
  ['第十二条', '第十二条', 3],
  ['第十二条', '第十三条', -1],
  ['第十二条之一', '第十二条', -1],
  ['第十二条第二款', '第十二条第二款', 3],
  ['第十二条第二款', '第十二条第三款', 0],
  ['第十二条第一款', '第十二条', 3],
  ['第十二条第三项', '第十二条第（三）项', 3],
  ['第十二条第二款第（三）项', '第十二条第二款', 1],
  ['第十二条第二款第（三）项', '第十二条第二款第（三）项', 3],
];
for (const [cited, label, expected] of units)
  test(`${label} for ${cited}: ${expected}`, () =>
    assert.equal(matchSpecificity(placeInLabel(cited)!, placeInLabel(label)!), expected));

test('a paragraph is no place of a citation', () => assert.equal(placeInLabel('第37段'), null));
