/** Amounts: does an award or a target say what its quotation says? */
import { compact } from '../names/names.ts';
import type { Award, Entry, Report, Target } from '../types.ts';

/** Brackets and width do not make two wordings differ: 2021-2023年 and （2021—2023年）. */
export const loose = (value: string): string =>
  compact(value.normalize('NFKC')).replace(/[〔〕［］【】[\]()（）]/gu, '');

/** Numbers as a text writes them, without the commas of thousands. */
const plain = (quote: string): string => quote.replace(/(?<=\d)[,，](?=\d{3})/gu, '');

/** Whether a quotation gives this amount in this unit, with at most its bound between: 400余家. */
export function statesAmount(quote: string, amount: number, unit: string): boolean {
  const literal = (words: string): string => words.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&');
  const pattern = `(?<![\\d.])${literal(String(amount))}\\s*[余多几]?\\s*${literal(unit)}`;
  return new RegExp(pattern, 'u').test(plain(quote));
}

/** Whether a quotation gives this date, in figures. */
const statesDate = (quote: string, date: string): boolean =>
  date.split('-').every((part) => new RegExp(`(?<!\\d)0?${Number(part)}(?!\\d)`, 'u').test(quote));

/** The amount, unit, bound, year and condition of an award or target stand in its own quotation. */
export function checkAmounts(entry: Entry, report: Report): void {
  for (const field of ['awards', 'targets'] as const)
    entry[field].forEach((figure, i) => {
      const { amount, unit, quote } = figure;
      const words = wordsOf(figure);
      if (!statesAmount(quote, amount, unit))
        report([field, i, 'amount'], 'amount-unfounded', { amount: `${amount}${unit}` });
      for (const [name, value] of Object.entries(words))
        if (value && !loose(quote).includes(loose(value)))
          report([field, i, name], 'figure-unfounded', { value });
      const until = 'validUntil' in figure ? figure.validUntil : undefined;
      if (until && !statesDate(quote, until))
        report([field, i, 'validUntil'], 'period-unfounded', { date: until });
    });
}

/** The words that a figure claims of its quotation, beside the amount. */
function wordsOf(figure: Award | Target): Record<string, string | undefined> {
  if ('bound' in figure || 'by' in figure)
    return { bound: figure.bound, by: figure.by === undefined ? undefined : String(figure.by) };
  const { condition, channel, ceiling } = figure as Award;
  return { condition, channel, ceiling: ceiling ? '最高' : undefined };
}
