/** Counts in Chinese numerals, for headings. */

const DIGITS = '零一二三四五六七八九';

/** 10 → 十, 23 → 二十三; Arabic digits from 100 on. */
function chineseNumber(count: number): string {
  if (count < 10) return DIGITS[count] ?? String(count);
  if (count >= 100) return String(count);
  const tens = Math.floor(count / 10);
  return `${tens > 1 ? DIGITS[tens] : ''}十${count % 10 > 0 ? DIGITS[count % 10] : ''}`;
}

/**
 * A count with the word that counts: 一份, 两份, 十个, 十二个. Two things are 两, not 二.
 * @param counter the word that counts, e.g. 份
 */
export const counted = (count: number, counter: string): string =>
  `${count === 2 ? '两' : chineseNumber(count)}${counter}`;
