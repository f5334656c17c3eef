/** Numerals and dates as official texts print them: 十二, 一千二百六十, 二〇二一, 12, １２; 二〇二一年五月二十日. */

const DIGITS = '零一二三四五六七八九';
/** What a numeral is written with, for a character class. */
export const NUMERAL = `〇${DIGITS}十百千0-9０-９`;

const DIGIT = '([一二三四五六七八九])';
/** 一千二百六十: units fall from left to right, each with its digit but 十, which may go without. */
const WITH_UNITS = new RegExp(
  `^(?:${DIGIT}千)?零?(?:${DIGIT}百)?零?(?:${DIGIT}?(十))?零?${DIGIT}?$`,
  'u',
);

/**
 * Reads a numeral.
 * @param printed Chinese with or without units, or Arabic in either width; spaces are passed over
 * @returns the integer, or null for what is no numeral
 */
export function readNumeral(printed: string): number | null {
  const text = printed.normalize('NFKC').replace(/\s+/gu, '').replaceAll('〇', '零');
  const worth = (digit: string): number => (digit ? DIGITS.indexOf(digit) : 0);
  if (/^\d{1,6}$/u.test(text)) return Number(text);
  if (/^[零一二三四五六七八九]+$/u.test(text)) return Number([...text].map(worth).join(''));
  const units = WITH_UNITS.exec(text);
  if (!text || !units) return null;
  const [, thousands = '', hundreds = '', tens = '', ten, ones = ''] = units;
  const inTens = worth(tens || (ten ? '一' : ''));
  return worth(thousands) * 1000 + worth(hundreds) * 100 + inTens * 10 + worth(ones);
}

/** @returns a positive integer below 100,000 as a text prints it: 十二, 一百零一 */
export function printNumeral(number: number): string {
  const digits = [...String(number)].map(Number);
  let printed = '';
  digits.forEach((digit, i) => {
    const unit = ['', '十', '百', '千', '万'][digits.length - 1 - i] ?? '';
    if (digit > 0) printed += `${DIGITS[digit]}${unit}`;
    else if (digits.slice(i + 1).some((d) => d > 0) && !printed.endsWith('零')) printed += '零';
  });
  return printed.replace(/^一十/u, '十');
}

/** The first year of 民國 is 1912. */
const BEFORE_REPUBLIC = 1911;

/** 二〇二四, 2024, 民国一百十三. */
function yearOf(written: string): number {
  const republic = /^(?:中[华華])?民[国國](.+)$/u.exec(written)?.[1];
  const figures = (republic ?? written).replace(/[○Ｏo零]/giu, '〇');
  return (readNumeral(figures) ?? NaN) + (republic ? BEFORE_REPUBLIC : 0);
}

/**
 * @param text `2021年5月20日`, `二〇二一年五月二十日`, `2021-05-20`, `2021.5.20`, `民國110年5月20日`, `2021年5月`
 * @returns `2021-05-20`, or `2021-05`; null where the day does not exist
 */
export function isoDate(text: string): string | null {
  const match = /^(.+?)[年\-./](.{1,3}?)(?:月|[-./](?=\d))(?:(.{1,3}?)日?)?$/u.exec(
    text.replace(/\s+/gu, ''),
  );
  if (!match) return null;
  const [, year, month, day] = match;
  const parts = [yearOf(year!), readNumeral(month!), ...(day ? [readNumeral(day)] : [])];
  const iso = parts.map((n) => String(n).padStart(2, '0')).join('-');
  const whole = new Date(`${day ? iso : `${iso}-01`}T00:00:00Z`);
  return Number.isNaN(whole.getTime()) || !whole.toISOString().startsWith(iso) ? null : iso;
}
