/** Each way of counting, at the numbers where it changes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listNumber } from './numbering.ts';

const AT = [1, 10, 11, 20, 21, 105, 110];
const EXPECTED: Record<string, string> = {
  decimal: '1 10 11 20 21 105 110',
  decimalZero: '01 10 11 20 21 105 110',
  decimalFullWidth: '１ １０ １１ ２０ ２１ １０５ １１０',
  decimalEnclosedCircle: '① ⑩ ⑪ ⑳ 21 105 110',
  decimalEnclosedParen: '⑴ ⑽ ⑾ ⒇ 21 105 110',
  decimalEnclosedFullstop: '⒈ ⒑ ⒒ ⒛ 21 105 110',
  ideographEnclosedCircle: '㊀ ㊉ 11 20 21 105 110',
  upperRoman: 'I X XI XX XXI CV CX',
  lowerLetter: 'a j k t u aaaaa fffff',
  lowerAlphabetic: 'a j k t u da df',
  chineseCounting: '一 十 十一 二十 二十一 一〇五 一一〇',
  taiwaneseCounting: '一 十 十一 二十 二十一 一○五 一一○',
  chineseCountingThousand: '一 十 十一 二十 二十一 一百零五 一百一十',
  taiwaneseCountingThousand: '一 十 十一 二十 二十一 一百零五 一百一十',
  chineseLegalSimplified: '壹 壹拾 壹拾壹 贰拾 贰拾壹 壹佰零伍 壹佰壹拾',
  ideographLegalTraditional: '壹 壹拾 壹拾壹 貳拾 貳拾壹 壹佰零伍 壹佰壹拾',
  ideographDigital: '一 一〇 一一 二〇 二一 一〇五 一一〇',
  japaneseDigitalTenThousand: '一 一〇 一一 二〇 二一 一〇五 一一〇',
  taiwaneseDigital: '一 一○ 一一 二○ 二一 一○五 一一○',
  ideographTraditional: '甲 癸 11 20 21 105 110',
};
for (const [format, expected] of Object.entries(EXPECTED))
  test(format, () => assert.equal(AT.map((n) => listNumber(n, format)).join(' '), expected));
test('up to the largest start; zero as it is; null for what is not known', () => {
  assert.equal(listNumber(32_767, 'chineseCountingThousand'), '三万二千七百六十七');
  assert.equal(listNumber(10_010, 'chineseLegalSimplified'), '壹萬零壹拾');
  assert.equal(listNumber(0, 'chineseCounting'), '0');
  assert.equal(listNumber(1, 'hebrew1'), null);
});
