/** Claims: do the figures and the names in 《》 of a sentence of ours stand in the words that it rests on? */
import { compact } from '../names/names.ts';
import { quotationsOf } from '../relations/quotations.ts';
import type {
  Award,
  Entry,
  EntryKey,
  OutsideStatement,
  Quotation,
  Report,
  Target,
} from '../types.ts';
import { readNumeral } from '../../text/numerals.ts';
import { simplified } from '../../text/simplified.ts';

const MULTIPLES: Record<string, number> = { 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };
const FIGURE =
  /(?:\d[\d,]*(?:\.\d+)?|[〇零一二两三四五六七八九十百千]+)\s*[余多几]?\s*[千万萬亿億]*/gu;
/** Chinese numerals claim a count only before a measure word: 三个方面, not 三年行动计划 or 第三个. */
const COUNT =
  /(?<![第之〇零一二两三四五六七八九十百])[一二两三四五六七八九十百]+(?=个|家|条|项|份|所|次|倍|部分|方面)/gu;
const TITLE = /《([^《》]+)》/gu;
const NUMBER = /\p{Script=Han}[〔[（(]\d{4}[〕\]）)]\s*第?\s*\d+\s*号/gu;

/** What a figure is worth: 1.5万亿 is 15000亿, 两千亿 is 2000亿; null for what is no numeral. */
function worth(written: string): number | null {
  const [, digits = '', multiples = ''] =
    /^(.*?)\s*[余多几]?\s*([千万萬亿億]*)$/u.exec(written.normalize('NFKC')) ?? [];
  const plain = digits.replaceAll(',', '');
  if (plain === '' && multiples === '') return null;
  const read = /^[\d.]+$/u.test(plain)
    ? Number(plain)
    : plain === ''
      ? 1
      : readNumeral(plain.replaceAll('两', '二'));
  if (read === null) return null;
  return [...multiples].reduce((product, char) => product * MULTIPLES[char]!, read);
}

const figuresIn = (words: string): Set<number | null> =>
  new Set([...words.normalize('NFKC').matchAll(FIGURE)].map(([figure]) => worth(figure)));

/**
 * What a sentence claims and its grounds do not say.
 * @param grounds the words that it rests on
 * @param years that follow from the dates of the documents: 今年 is 2021年
 * @returns the figures, document numbers and names in 《》 that are missing, as the sentence writes them
 */
export function unfounded(claim: string, grounds: string[], years = new Set<number>()): string[] {
  const written = claim.normalize('NFKC');
  const figures = [...written.matchAll(/\d[\d,]*(?:\.\d+)?\s*[余多几]?\s*[千万亿]*/gu)];
  const counts = [...claim.matchAll(COUNT)].filter(([count]) => worth(count)! > 1);
  const names = [...claim.matchAll(TITLE), ...claim.matchAll(NUMBER)];
  if (figures.length + counts.length + names.length === 0) return [];
  const known = grounds.map(figuresIn);
  const isKnown = (figure: number | null): boolean =>
    figure === null || years.has(figure) || known.some((figuresOf) => figuresOf.has(figure));
  const said = grounds.map((words) => loose(simplified(words)));
  return [
    ...[...figures, ...counts]
      .map(([figure]) => figure.trim())
      .filter((one) => !isKnown(worth(one))),
    ...names
      .map(([whole, name = whole]) => name)
      .filter((name) => !said.some((words) => words.includes(loose(name)))),
  ];
}

/** The years that quoted words mean by the date of their document: 今年, 去年, 明年, a month without a year. */
function impliedYears(quotations: Quotation[], entries: ReadonlyMap<EntryKey, Entry>): Set<number> {
  const years = quotations.flatMap(({ in: key, quote }) => {
    const year = Number(entries.get(key)?.date?.slice(0, 4) ?? Number.NaN);
    return [
      ...(/今年|本年|(?<![年\d])\d{1,2}\s*月/u.test(quote) ? [year] : []),
      ...(/去年|上年/u.test(quote) ? [year - 1] : []),
      ...(/明年/u.test(quote) ? [year + 1] : []),
    ];
  });
  return new Set(years);
}

/** Every figure and name in 《》 of a summary stands in the entry's quotations or its own text. */
function checkSummaryClaims(
  entry: Entry,
  entries: ReadonlyMap<EntryKey, Entry>,
  report: Report,
): void {
  if (entry.summary === undefined) return;
  const quotations = quotationsOf(entry);
  const own = [...quotations.map(({ quote }) => quote), ...entry.blocks.map(({ text }) => text)];
  const grounds = own.length > 0 ? own : entry.external.map(({ quote }) => quote);
  const missing = unfounded(entry.summary, grounds, impliedYears(quotations, entries));
  if (missing.length > 0) report(['summary'], 'summary-unfounded', { value: missing.join('”“') });
}

/** A statement of another source is one whole sentence, and no wider than its quotation and the source's own name. */
function checkOutside({ fact, quote, source }: OutsideStatement, report: Report): void {
  if (!/[。！？][”’）】]?$/u.test(fact)) report(['fact'], 'fact-no-sentence', {});
  const missing = unfounded(fact, [quote, source.title, source.date ?? '']);
  if (missing.length > 0) report(['fact'], 'fact-unfounded', { value: missing.join('”“') });
}

/** The claims of an entry's summary, of the names of its awards and targets, and of what outside sources say. */
export function checkClaims(
  entry: Entry,
  entries: ReadonlyMap<EntryKey, Entry>,
  report: Report,
): void {
  checkSummaryClaims(entry, entries, report);
  for (const field of ['awards', 'targets'] as const)
    entry[field].forEach(({ name, quote }, i) => {
      for (const value of unfounded(name, [quote]))
        report([field, i, 'name'], 'figure-unfounded', { value });
    });
  for (const field of ['external', 'laterValidity'] as const)
    entry[field].forEach((statement, i) =>
      checkOutside(statement, (path, code, values) => report([field, i, ...path], code, values)),
    );
  entry.laterValidity.forEach(({ from = '', by, quote, source: { title, date = '' } }, i) => {
    const number = typeof by === 'object' ? (by.number ?? '') : '';
    if (unfounded(from.slice(0, 4), [quote, title, date, number]).length > 0)
      report(['laterValidity', i, 'from'], 'figure-unfounded', { value: from });
  });
  entry.external.forEach(({ amounts = [], quote, source }, i) =>
    amounts.forEach(({ name, amount, unit, condition = '', year = '' }, at) => {
      const said = `${amount}${unit}`;
      const path = ['external', i, 'amounts', at];
      if (unfounded(said, [quote]).length > 0)
        report([...path, 'amount'], 'amount-unfounded', { amount: said });
      const dated = [quote, source.title, source.date ?? ''];
      for (const [field, claim] of Object.entries({ name, condition, year: String(year) }))
        for (const value of unfounded(claim, field === 'year' ? dated : [quote]))
          report([...path, field], 'figure-unfounded', { value });
    }),
  );
}

// Amounts: does an award or a target say what its quotation says?

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
