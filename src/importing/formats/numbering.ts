/** The numbers that programs make as they show a list: how they are written, and how levels count. Pure. */
import { ImportFault, MOST_LABEL, MOST_LEVELS, MOST_START, statedNumber } from '../limits.ts';

const SMALL = '〇一二三四五六七八九';
const ROUND = '○一二三四五六七八九';
const WIDE = '０１２３４５６７８９';
/** Digit for digit: 105 is 一〇五. */
const DIGITS: Record<string, string> = {
  decimalFullWidth: WIDE,
  decimalFullWidth2: WIDE,
  ideographDigital: SMALL,
  japaneseDigitalTenThousand: SMALL,
  taiwaneseDigital: ROUND,
};
const digitByDigit = (n: number, digits: string): string =>
  String(n).replace(/\d/gu, (digit) => digits[Number(digit)]!);

/** Signs one after the other, as many as there are; beyond them 21, 22. */
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const SIGNS: Record<string, string> = {
  decimalEnclosedCircle: CIRCLED,
  decimalEnclosedCircleChinese: CIRCLED,
  decimalEnclosedParen: '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇',
  decimalEnclosedFullstop: '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛',
  ideographEnclosedCircle: '㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉',
  ideographTraditional: STEMS,
  ideographZodiac: BRANCHES,
};

/** With units, up to five figures, 零 for a gap: 一百零五. The one of 十 alone is not written, but that of 壹拾 is. */
function counted(n: number, digits: string, units: string): string {
  const figures = [...String(n)].map(Number);
  return figures.reduce((text, figure, i) => {
    const unit = units[figures.length - 2 - i] ?? '';
    if (figure > 0) return text + (unit === '十' && n < 20 ? '' : digits[figure]!) + unit;
    const gap = !text.endsWith('零') && figures.slice(i).some(Boolean);
    return gap ? `${text}零` : text;
  }, '');
}
/** 十二 and 九十九, but 一〇五: the systems that count by hundreds digit for digit. */
const countedTo99 = (n: number, digits: string): string =>
  n < 100 ? counted(n, digits, '十') : digitByDigit(n, digits);

/** The letter again for each full round: z, aa, bb. */
const repeated = (n: number, first: number): string =>
  String.fromCharCode(first + ((n - 1) % 26)).repeat(Math.ceil(n / 26));
/** As columns of a spreadsheet are called: z, aa, ab. */
const alphabetic = (n: number): string =>
  n > 0 ? alphabetic(Math.floor((n - 1) / 26)) + String.fromCharCode(97 + ((n - 1) % 26)) : '';

function roman(n: number): string {
  const steps = 'm1000 cm900 d500 cd400 c100 xc90 l50 xl40 x10 ix9 v5 iv4 i1';
  let rest = n;
  return [...steps.matchAll(/([a-z]+)(\d+)/gu)]
    .map(([, sign, value]) => {
      const times = Math.floor(rest / Number(value));
      rest -= times * Number(value);
      return sign!.repeat(times);
    })
    .join('');
}

const FORMATS: Record<string, (n: number) => string> = {
  none: () => '',
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  numberInDash: (n) => `- ${n} -`,
  lowerAlphabetic: alphabetic,
  upperAlphabetic: (n) => alphabetic(n).toUpperCase(),
  lowerLetter: (n) => repeated(n, 97),
  upperLetter: (n) => repeated(n, 65),
  lowerRoman: roman,
  upperRoman: (n) => roman(n).toUpperCase(),
  chineseCountingThousand: (n) => counted(n, SMALL, '十百千万'),
  taiwaneseCountingThousand: (n) => counted(n, SMALL, '十百千萬'),
  chineseCounting: (n) => countedTo99(n, SMALL),
  taiwaneseCounting: (n) => countedTo99(n, ROUND),
  chineseLegalSimplified: (n) => counted(n, '零壹贰叁肆伍陆柒捌玖', '拾佰仟萬'),
  ideographLegalTraditional: (n) => counted(n, '零壹貳參肆伍陸柒捌玖', '拾佰仟萬'),
  ideographZodiacTraditional: (n) => STEMS[(n - 1) % 10]! + BRANCHES[(n - 1) % 12]!,
};

/**
 * @param n from 0 on
 * @param format as OOXML names it (ECMA-376 Part 1, 17.18.59), or `lowerAlphabetic`, `upperAlphabetic`
 * @returns the number as it is shown, or null for a format that is not known here
 */
export function listNumber(n: number, format: string): string | null {
  const [signs, digits, write] = [SIGNS[format], DIGITS[format], FORMATS[format]];
  if (!signs && !digits && !write) return null;
  if (n < 1 && format !== 'none' && format !== 'decimalZero') return String(n);
  if (signs) return signs[n - 1] ?? String(n);
  return digits ? digitByDigit(n, digits) : write!(n);
}

/**
 * @param sample its first members, as LibreOffice names a way of counting: `一, 二, 三, ...`, or `1`
 * @returns the format that counts so; the sample where none is known
 */
export function formatLike(sample: string): string {
  // Its digits of full width go by this name.
  if (sample.startsWith('1, ')) return 'decimalFullWidth';
  const members = sample.split(', ').filter((one) => one !== '...');
  const formats = [FORMATS, SIGNS, DIGITS].flatMap(Object.keys);
  const countsSo = (format: string): boolean =>
    members.every((one, i) => listNumber(i + 1, format) === one);
  return formats.find(countsSo) ?? sample;
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
      const custom = /^custom (0*1),/u.exec(format)?.[1];
      if (custom) return String(number).padStart(custom.length, '0');
      const written = listNumber(number, level.legal && format !== 'none' ? 'decimal' : format);
      if (written === null) unknown = format;
      return written ?? String(number);
    });
    // As it is shown, where the words would run together with it: 1 and 2024年.
    const apart = level.apart && /[\p{L}\p{N}.)]$/u.test(label) ? `${label} ` : label;
    return { label: apart, ...(unknown ? { unknown } : {}) };
  }
}
