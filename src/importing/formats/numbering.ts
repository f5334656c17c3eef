/** The numbers that programs make as they show a list: how they are written, and how levels count. Pure. */
import { ImportFault, MOST_LABEL, MOST_LEVELS, MOST_START, statedNumber } from '../limits.ts';
import { printNumeral } from '../../text/numerals.ts';

/** Digit for digit: 105 is 一〇五. */
const withDigits = (digits: string) => (n: number) =>
  String(n).replace(/\d/gu, (digit) => digits[Number(digit)]!);
const digital = withDigits('〇一二三四五六七八九');
const digitalRound = withDigits('○一二三四五六七八九');
const wide = withDigits('０１２３４５６７８９');
/** With units to 99, 十二 and 九十九, and beyond digit for digit. */
const countedTo99 = (n: number, beyond: typeof digital): string =>
  n < 100 ? printNumeral(n) : beyond(n);
/** 壹佰零伍; the one of 十 alone is not written, but that of 壹拾 is. */
const withLegalDigits = (digits: string) => (n: number) =>
  printNumeral(n)
    .replace(/^十/u, '一十')
    .replace(/./gu, (sign) => digits['零一二三四五六七八九十百千万'.indexOf(sign)]!);

/** Signs one after the other, as many as there are; beyond them 21, 22. */
const withSigns = (signs: string) => (n: number) => signs[n - 1] ?? String(n);
const circled = withSigns('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳');

/** The letter again for each full round: z, aa, bb. */
const repeated = (n: number): string =>
  String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));
/** As columns of a spreadsheet are called: z, aa, ab. */
const alphabetic = (n: number): string =>
  n > 0 ? alphabetic(Math.floor((n - 1) / 26)) + repeated(((n - 1) % 26) + 1) : '';

function roman(n: number): string {
  const steps = 'm1000 cm900 d500 cd400 c100 xc90 l50 xl40 x10 ix9 v5 iv4 i1';
  let rest = n;
  return steps.replace(/([a-z]+)(\d+) ?/gu, (_, sign: string, value: string) => {
    const times = Math.floor(rest / Number(value));
    rest -= times * Number(value);
    return sign.repeat(times);
  });
}

/** How numbers are written, by the names of OOXML (ECMA-376 Part 1, 17.18.59), and `lowerAlphabetic`, `upperAlphabetic`. */
const FORMATS: Record<string, (n: number) => string> = {
  none: () => '',
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  lowerAlphabetic: alphabetic,
  upperAlphabetic: (n) => alphabetic(n).toUpperCase(),
  lowerLetter: repeated,
  upperLetter: (n) => repeated(n).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (n) => roman(n).toUpperCase(),
  chineseCountingThousand: printNumeral,
  taiwaneseCountingThousand: (n) => printNumeral(n).replace('万', '萬'),
  chineseCounting: (n) => countedTo99(n, digital),
  taiwaneseCounting: (n) => countedTo99(n, digitalRound),
  chineseLegalSimplified: withLegalDigits('零壹贰叁肆伍陆柒捌玖拾佰仟萬'),
  ideographLegalTraditional: withLegalDigits('零壹貳參肆伍陸柒捌玖拾佰仟萬'),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: withSigns('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇'),
  decimalEnclosedFullstop: withSigns('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛'),
  ideographEnclosedCircle: withSigns('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉'),
  ideographTraditional: withSigns('甲乙丙丁戊己庚辛壬癸'),
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  ideographDigital: digital,
  japaneseDigitalTenThousand: digital,
  taiwaneseDigital: digitalRound,
};

/**
 * @param n from 0 on
 * @returns the number as it is shown, or null for a format that is not known here
 */
export function listNumber(n: number, format: string): string | null {
  const write = FORMATS[format];
  if (!write) return null;
  return n < 1 && format !== 'none' && format !== 'decimalZero' ? String(n) : write(n);
}

/**
 * @param sample its first members, as LibreOffice names a way of counting: `一, 二, 三, ...`, or `1`
 * @returns the format that counts so; the sample where none is known
 */
export function formatLike(sample: string): string {
  // Its digits of full width go by this name.
  if (sample.startsWith('1, ')) return 'decimalFullWidth';
  const members = sample.split(', ').filter((one) => one !== '...');
  const countsSo = (format: string): boolean =>
    members.every((one, i) => listNumber(i + 1, format) === one);
  return Object.keys(FORMATS).find(countsSo) ?? sample;
}

/** @returns the number that a list begins with */
export const startOf = (stated: string | undefined): number =>
  statedNumber(stated, 1, '编号的起始值', [0, MOST_START]);
/** @returns the level of a paragraph or a definition, from 0 */
export const levelOf = (stated: string | undefined, first: 0 | 1 = 0): number =>
  statedNumber(stated, first, '编号的级别', [first, first + MOST_LEVELS - 1]) - first;
/** @throws ImportFault where the text of a number is longer than one is */
export function checkedLabel(text: string): string {
  if (text.length <= MOST_LABEL) return text;
  throw new ImportFault(
    `文件中编号的文字有 ${text.length} 个字，多于 ${MOST_LABEL} 个，不像编号。请在 Word 中重新设置编号，另存后再导入。`,
  );
}

/** A level of a list, as Word has it. */
export interface Level {
  start: number;
  format: string;
  /** With %1 for the number of the first level, and so on. */
  text: string;
  /** Whether its figures are shown as 1, 2, 3 whatever their own formats. */
  legal?: boolean;
  /** After a step on which level it begins anew, counted from 1, 0 for never; where not stated, on any above it. */
  restart?: number;
  /** Whether a space or a tab follows the number. */
  apart: boolean;
  hidden?: boolean;
  /** The paragraph style that stands for it. */
  style?: string | undefined;
}
export interface List {
  /** Lists of one counter go on counting together. */
  counter: string;
  levels: (Level | undefined)[];
  /** Where levels begin when this list is first used, instead of their own start. */
  starts: Map<number, number>;
}

/** Tells the numbers of lists, asked for every paragraph in order. */
export class ListCounter {
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #used = new Set<string>();
  bullets = 0;

  /**
   * @param at the level from 0, the widest
   * @returns the number with what follows it, empty for none; `unknown` is a format that is not known here
   */
  next(list: List, id: string, at: number): { label: string; unknown?: string } {
    const level = list.levels[at];
    if (!level) return { label: '' };
    const counts = this.#counts.get(list.counter) ?? [];
    this.#counts.set(list.counter, counts);
    const start = list.starts.get(at);
    const now = start !== undefined && !this.#used.has(`${id} ${at}`) ? undefined : counts[at];
    this.#used.add(`${id} ${at}`);
    counts[at] = now === undefined ? (start ?? level.start) : now + 1;
    for (let below = at + 1; below < counts.length; below++)
      if ((list.levels[below]?.restart ?? below) > at) counts[below] = undefined;
    if (level.format === 'bullet') this.bullets++;
    if (level.format === 'bullet' || level.hidden) return { label: '' };
    let unknown: string | undefined;
    const label = level.text.replace(/%(\d)/gu, (_, digit: string) => {
      const other = list.levels[Number(digit) - 1];
      const number = counts[Number(digit) - 1] ?? other?.start ?? 1;
      const format = other?.format ?? 'decimal';
      const written = listNumber(number, level.legal && format !== 'none' ? 'decimal' : format);
      if (written === null) unknown = format;
      return written ?? String(number);
    });
    // As it is shown, where the words would run together with it: 1 and 2024年.
    const apart = level.apart && /[\p{L}\p{N}.)]$/u.test(label) ? `${label} ` : label;
    return { label: apart, ...(unknown ? { unknown } : {}) };
  }
}
