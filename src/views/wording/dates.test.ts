import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareText } from '../../library/compare.ts';
import { chineseDate, dateLabel, dateOrder } from './dates.ts';

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
