import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparePinyin, filedAs, lettersOf } from './pinyin.ts';

test('words are filed under the initial of their pinyin', () => {
  const cases: Record<string, string> = {
    '253': '0–9',
    七个一: 'Q',
    借转补: 'J',
    攻坚计划: 'G',
    卡脖子: 'Q',
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
    重庆市条例: 'C',
    重大项目: 'Z',
    会计法: 'K',
    新格局: 'X',
    培育: 'P',
    AI: 'A',
  };
  for (const [word, letter] of Object.entries(cases))
    assert.equal(lettersOf(filedAs(word))[0], letter, word);
});

test('names stand as a dictionary has them: by sound, numbers by size', () => {
  const sorted = ['重大项目', '长沙', '重庆', '常州', '10号令', '9号令'].toSorted(comparePinyin);
  assert.deepEqual(sorted, ['9号令', '10号令', '长沙', '常州', '重庆', '重大项目']);
});
