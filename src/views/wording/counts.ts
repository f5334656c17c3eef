/** Counts in Chinese numerals, for headings. */
import { printNumeral } from '../../text/numerals.ts';

/** 10 → 十, 23 → 二十三; Arabic digits from 100 on. */
const chineseNumber = (count: number): string =>
  count >= 100 ? String(count) : count === 0 ? '零' : printNumeral(count);

/**
 * A count with the word that counts: 一份, 两份, 十个, 十二个. Two things are 两, not 二.
 * @param count a whole number, 0 or more
 * @param counter the word that counts, e.g. 份
 */
export const counted = (count: number, counter: string): string =>
  `${count === 2 ? '两' : chineseNumber(count)}${counter}`;
