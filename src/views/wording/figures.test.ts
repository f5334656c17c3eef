import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareText } from '../../library/order.ts';
import { chineseDate, dateLabel, dateOrder, amountText, counted } from './figures.ts';

test('a date is said in Chinese, no finer than it is', () => {
  const cases: [string, string][] = [
    ['2021', '2021年'],
    ['2021-03', '2021年3月'],
    ['2021-05-20', '2021年5月20日'],
  ];
  for (const [date, label] of cases) assert.equal(chineseDate(date), label);
});

test("the source's wording is kept, with the year said", () => {
  const cases: [date: string, dateText: string | undefined, label: string][] = [
    ['2021-03', '3月中旬', '2021年3月中旬'],
    ['2021-02-18', '今年2月18日', '2021年2月18日'],
    ['2020-08', '2020年8月', '2020年8月'],
    ['2021-03', '3 月下旬', '2021年3月下旬'],
    ['2021', '今年', '2021年'],
    ['2021-05-20', undefined, '2021年5月20日'],
  ];
  for (const [date, dateText, label] of cases) assert.equal(dateLabel({ date, dateText }), label);
  assert.equal(dateLabel({}), undefined);
});

test('parts of a month come in order', () => {
  const months = ['3月下旬', '3月中旬', '3月', '3月上旬'].map((dateText) => ({
    date: '2021-03',
    dateText,
  }));
  const sorted = months.toSorted((a, b) => compareText(dateOrder(a), dateOrder(b)));
  assert.deepEqual(
    sorted.map((entry) => entry.dateText),
    ['3月', '3月上旬', '3月中旬', '3月下旬'],
  );
  assert.ok(dateOrder({ date: '2021-03-31' }) < dateOrder({ date: '2021-04' }));
});

test('an amount is worded as in the text', () => {
  const common = { name: '', quote: '', in: 'replies/a' as const };
  const cases: [Parameters<typeof amountText>[0], string][] = [
    [{ ...common, amount: 15000, unit: '亿元', bound: '突破' }, '突破15000亿元'],
    [{ ...common, amount: 400, unit: '家', bound: '余' }, '400余家'],
    [{ ...common, amount: 200, unit: '个', bound: '超' }, '超200个'],
    [{ ...common, amount: 300, unit: '个', bound: '以上' }, '300个以上'],
    [{ ...common, amount: 23, unit: '条' }, '23条'],
    [{ ...common, amount: 1000, unit: '万元', ceiling: true }, '最高1000万元'],
    [{ ...common, amount: 100, unit: '万元' }, '100万元'],
  ];
  for (const [figure, words] of cases) assert.equal(amountText(figure), words);
});

test('things are counted in Chinese as they are said', () => {
  const cases: [count: number, words: string][] = [
    [1, '一份'],
    [2, '两份'],
    [10, '十份'],
    [12, '十二份'],
    [20, '二十份'],
    [102, '102份'],
  ];
  for (const [count, words] of cases) assert.equal(counted(count, '份'), words);
});
