/** What a link carries: short words whole, long ones by both ends. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textFragment } from './text-fragment.ts';

const cases: [passage: string, words: string][] = [
  ['七个一', '七个一'],
  [' 每条产业链由一名市领导挂钩联系 ', '每条产业链由一名市领导挂钩联系'],
  [
    '每条产业链由一名市领导挂钩联系，明确一个牵头部门具体负责',
    '每条产业链由一名市领……一个牵头部门具体负责',
  ],
  ['𠮷'.repeat(25), `${'𠮷'.repeat(10)}……${'𠮷'.repeat(10)}`],
];
for (const [passage, words] of cases)
  test(`${passage} is carried as ${words}`, () => assert.equal(textFragment(passage), words));
