import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  entryOf,
  libraryOf,
  sampleLibrary as library,
} from '../../../tests/site/sample-library.ts';
import { awardsPath } from '../urls.ts';
import { awardTable } from './awards.ts';

test('awards say who, how much, on what condition; silence is 不详', () => {
  const { rows, filters } = awardTable({ library, page: awardsPath });
  assert.deepEqual(
    rows.map(({ name, amount, condition }) => [name, amount, condition]),
    [
      ['大奖', '100万元', '首次获得'],
      ['重大项目', '最高1000万元', '不详'],
    ],
  );
  assert.deepEqual(
    filters.map(({ label, options }) => [label, options.map((option) => option.label)]),
    [
      ['条件', ['首次获得', '不详']],
      ['计法', ['定额', '最高限额']],
    ],
  );
  assert.deepEqual(
    rows.map((row) => row.choices),
    [
      [0, 2],
      [1, 3],
    ],
  );
});

test('awards say where to apply and until when, where the text does', () => {
  const policy = entryOf(
    'policies/award',
    [
      'title: 奖励办法',
      'awards:',
      '  - name: 大奖',
      '    amount: 100',
      '    unit: 万元',
      '    channel: 向市工信局申报',
      '    validUntil: "2023-12-31"',
      '    quote: 给予100万元，有效期至2023年12月31日，向市工信局申报',
    ].join('\n'),
    '对大奖给予100万元，有效期至2023年12月31日，向市工信局申报。',
  );
  const shown = (rows: ReturnType<typeof awardTable>['rows']) =>
    rows.map(({ channel, validUntil }) => [channel, validUntil]);
  const { rows } = awardTable({ library: libraryOf(policy), page: awardsPath });
  assert.deepEqual(shown(rows), [['向市工信局申报', '至2023年12月31日']]);
  const silent = awardTable({ library, page: awardsPath });
  assert.deepEqual(shown(silent.rows)[0], ['不详', '不详']);
});
