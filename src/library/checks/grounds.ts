/** Whether quoted words say an amount, a date, a figure or a name. */
import { readNumeral } from '../../text/numerals.ts';
import { simplified } from '../../text/simplified.ts';
import { compact } from '../names/names.ts';

/** Brackets and width do not make two wordings differ: 2021-2023年 and （2021—2023年）. */
export const loose = (words: string): string =>
  compact(words.normalize('NFKC')).replace(/[〔〕［］【】[\]()（）]/gu, '');

/** Whether words hold others, whatever their brackets and widths. */
export const holds = (words: string, sought: string): boolean =>
  words.includes(sought) || loose(words).includes(loose(sought));

/** Whether a quotation gives this amount in this unit, with at most its bound between: 400余家. */
export function statesAmount(quote: string, amount: number, unit: string): boolean {
  const literal = (words: string): string => words.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&');
  const pattern = `(?<![\\d.])${literal(String(amount))}\\s*[余多几]?\\s*${literal(unit)}`;
  // Numbers as a text writes them, without the commas of thousands.
  return new RegExp(pattern, 'u').test(quote.replace(/(?<=\d)[,，](?=\d{3})/gu, ''));
}

/** Whether a quotation gives this date, in figures. */
export const statesDate = (quote: string, date: string): boolean =>
  date.split('-').every((part) => new RegExp(`(?<!\\d)0?${Number(part)}(?!\\d)`, 'u').test(quote));

const MULTIPLES: Record<string, number> = { 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };
const FIGURE =
  /(?:\d[\d,]*(?:\.\d+)?|[〇零一二两三四五六七八九十百千]+)\s*[余多几]?\s*[千万萬亿億]*/gu;
const ARABIC = /\d[\d,]*(?:\.\d+)?\s*[余多几]?\s*[千万亿]*/gu;
/** Chinese numerals claim a count only before a measure word: 三个方面, not 三年行动计划 or 第三个. */
const COUNT =
  /(?<![第之〇零一二两三四五六七八九十百])[一二两三四五六七八九十百]+(?=个|家|条|项|份|所|次|倍|部分|方面)/gu;
/** A name in 《》, or the number of a document. */
const NAME = /《([^《》]+)》|\p{Script=Han}[〔[（(]\d{4}[〕\]）)]\s*第?\s*\d+\s*号/gu;

/** What a figure is worth: 1.5万亿 is 15000亿, 两千亿 is 2000亿; null for what is no numeral. */
function worth(written: string): number | null {
  const [, digits = '', multiples = ''] =
    /^(.*?)\s*[余多几]?\s*([千万萬亿億]*)$/u.exec(written.normalize('NFKC')) ?? [];
  const plain = digits.replaceAll(',', '');
  if (plain === '' && multiples === '') return null;
  const arabic = /^[\d.]*$/u.test(plain) ? Number(plain || 1) : null;
  const read = arabic ?? readNumeral(plain.replaceAll('两', '二'));
  return read && [...multiples].reduce((product, char) => product * MULTIPLES[char]!, read);
}

/**
 * What a sentence claims and its grounds do not say.
 * @param grounds the words that it rests on
 * @param years that follow from the dates of the documents: 今年 is 2021年
 * @returns the figures, document numbers and names in 《》 that are missing, as the sentence writes them
 */
export function unfounded(
  claim: string,
  grounds: readonly string[],
  years = new Set<number>(),
): string[] {
  const counts = [...claim.matchAll(COUNT)].filter(([count]) => worth(count)! > 1);
  const figures = [...claim.normalize('NFKC').matchAll(ARABIC), ...counts];
  const names = [...claim.matchAll(NAME)].map(([whole, name = whole]) => name);
  if (figures.length + names.length === 0) return [];
  const said = grounds.flatMap((words) =>
    Array.from(words.normalize('NFKC').matchAll(FIGURE), ([figure]) => worth(figure)),
  );
  const known = new Set<number | null>([null, ...years, ...said]);
  return [
    ...figures.map(([figure]) => figure.trim()).filter((figure) => !known.has(worth(figure))),
    ...names.filter((name) => !grounds.some((words) => holds(simplified(words), name))),
  ];
}
