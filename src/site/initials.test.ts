import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialOf } from './initials.ts';

test('words are filed under the initial of their pinyin', () => {
  const cases: Record<string, string> = {
    '253': '0–9',
    七个一: 'Q',
    借转补: 'J',
    攻坚计划: 'G',
    卡脖子: 'K',
    强链补链: 'Q',
    两化融合: 'L',
    专精特新: 'Z',
    小巨人: 'X',
    单项冠军: 'D',
    双循环: 'S',
    工业强基: 'G',
    医疗大健康: 'Y',
    '“十四五”': 'S',
    阿里: 'A',
    长板短板: 'C',
    新格局: 'X',
    培育: 'P',
    AI: 'A',
  };
  for (const [word, letter] of Object.entries(cases)) assert.equal(initialOf(word), letter, word);
});
