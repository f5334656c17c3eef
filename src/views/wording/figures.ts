/** Dates as exact as their source: a year, a month, part of a month (3月中旬) or a day. */
import { compact } from '../../library/names/names.ts';
import type { Entry } from '../../library/types.ts';
import { printNumeral } from '../../text/numerals.ts';

const PARTS_OF_A_MONTH = ['上旬', '中旬', '下旬'];

/** The same date in Chinese: `2021-05-20` → 2021年5月20日, `2021-03` → 2021年3月. */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`;
}

/**
 * An entry's date in the detail of its source, with the year said: 今年3月 → 2021年3月,
 * 3月中旬 → 2021年3月中旬.
 * @returns undefined when the entry has no date
 */
export function dateLabel(entry: Pick<Entry, 'date' | 'dateText'>): string | undefined {
  const { date, dateText } = entry;
  if (!date) return dateText;
  if (!dateText) return chineseDate(date);
  const said = compact(dateText).replace(/^(今年|去年|明年|本年)/, '');
  return /\d{4}/.test(said) ? said : `${date.slice(0, 4)}年${said}`;
}

/** A key that sorts dates, 3月 before 3月中旬 before 3月下旬. */
export function dateOrder(entry: Pick<Entry, 'date' | 'dateText'>): string {
  const date = entry.date ?? '9999';
  const part = PARTS_OF_A_MONTH.findIndex((name) => entry.dateText?.includes(name));
  const day = date.length === 7 && part >= 0 ? `-${part}5` : '';
  return `${date}${day}`;
}

interface Amount {
  amount: number;
  unit: string;
  ceiling?: boolean | undefined;
  bound?: string | undefined;
}

/** What an award or a target amounts to: with the text's own word for its bound, or 最高 for a ceiling. */
export function amountText(figure: Amount): string {
  const { amount, unit, ceiling, bound = ceiling ? '最高' : '' } = figure;
  if (bound.startsWith('余')) return `${amount}${bound}${unit}`;
  return /^(以上|左右|以下|以内)$/.test(bound)
    ? `${amount}${unit}${bound}`
    : `${bound}${amount}${unit}`;
}

/**
 * A count with the word that counts: 一份, 两份, 十个, 十二个, 100个. Two things are 两, not 二.
 * @param count a whole number from 1
 * @param counter the word that counts, e.g. 份
 */
export const counted = (count: number, counter: string): string =>
  `${count === 2 ? '两' : count < 100 ? printNumeral(count) : count}${counter}`;
