import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amountText } from './amounts.ts';

test('an amount is worded as in the text', () => {
  const common = { name: '', quote: '', in: 'replies/a' as const };
  const cases: [Parameters<typeof amountText>[0], string][] = [
    [{ ...common, amount: 15000, unit: '亿元', bound: '突破' }, '突破15000亿元'],
    [{ ...common, amount: 400, unit: '家', bound: '余' }, '400余家'],
    [{ ...common, amount: 200, unit: '个', bound: '超' }, '超200个'],
    [{ ...common, amount: 300, unit: '个', bound: '以上' }, '300个以上'],
    [{ ...common, amount: 23, unit: '条' }, '23条'],
    [{ ...common, amount: 1000, unit: '万元', ceiling: true }, '最高1000万元'],
    [{ ...common, amount: 100, unit: '万元', condition: '首次获得' }, '100万元'],
  ];
  for (const [figure, words] of cases) assert.equal(amountText(figure), words);
});
