/** The numbers that programs make as they show a list: how they are written, and how levels count. Pure. */

const SMALL = '〇一二三四五六七八九';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const AIUEO =
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲン';
const HALF_AIUEO = 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ';
const IROHA =
  'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン';

/** Digit for digit: 105 is 一〇五. */
const digitByDigit = (n: number, digits: string): string =>
  [...String(n)].map((digit) => [...digits][Number(digit)]).join('');

interface Counting {
  digits: string;
  /** 十百千万. */
  units: string;
  /** What stands for a gap: 一百零五; nothing in Japanese. */
  zero: string;
  /** Whether a one before a unit is left out: 十 of 10 alone, or of every 十百千. */
  one: 'kept' | 'first' | 'never';
}
const CHINESE: Counting = { digits: SMALL, units: '十百千万', zero: '零', one: 'first' };
const COUNTINGS: Record<string, Counting> = {
  chineseCountingThousand: CHINESE,
  taiwaneseCountingThousand: { ...CHINESE, units: '十百千萬' },
  japaneseCounting: { ...CHINESE, zero: '', one: 'never' },
  chineseLegalSimplified: {
    digits: '零壹贰叁肆伍陆柒捌玖',
    units: '拾佰仟萬',
    zero: '零',
    one: 'kept',
  },
  ideographLegalTraditional: {
    digits: '零壹貳參肆伍陸柒捌玖',
    units: '拾佰仟萬',
    zero: '零',
    one: 'kept',
  },
  japaneseLegal: { digits: '零壱弐参四伍六七八九', units: '拾百阡萬', zero: '', one: 'kept' },
};

/** With units, up to five figures. */
function counted(n: number, { digits, units, zero, one }: Counting): string {
  const figures = [...String(n)].map(Number);
  let text = '';
  figures.forEach((figure, i) => {
    const place = figures.length - 1 - i;
    const unit = place > 0 ? units[place - 1]! : '';
    if (figure === 0) {
      if (zero && text && !text.endsWith(zero) && figures.slice(i).some(Boolean)) text += zero;
      return;
    }
    const bare = one === 'never' ? place < 4 : one === 'first' && place === 1 && text === '';
    text += (figure === 1 && unit && bare ? '' : digits[figure]!) + unit;
  });
  return text;
}

/** 十二 and 九十九, but 一〇五: the systems that count by hundreds digit for digit. */
const countedTo99 = (n: number, digits: string): string =>
  n < 100 ? counted(n, { ...CHINESE, digits }) : digitByDigit(n, digits);

/** The last sign again for each full round: z, aa, bb. */
function repeated(n: number, signs: string): string {
  const all = [...signs];
  return all[(n - 1) % all.length]!.repeat(Math.ceil(n / all.length));
}
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
const ordinal = (n: number): string =>
  `${n}${['th', 'st', 'nd', 'rd'][/1\d$/u.test(String(n)) ? 0 : n % 10] ?? 'th'}`;
/** Signs of Unicode that stand one after the other, as many as there are; decimal beyond. */
const sign = (n: number, first: number, most: number): string =>
  n <= most ? String.fromCodePoint(first + n - 1) : String(n);
const fromList = (n: number, signs: string): string => [...signs][n - 1] ?? String(n);

const FORMATS: Record<string, (n: number) => string> = {
  none: () => '',
  decimal: String,
  decimalHalfWidth: String,
  decimalFullWidth: (n) => digitByDigit(n, '０１２３４５６７８９'),
  decimalFullWidth2: (n) => digitByDigit(n, '０１２３４５６７８９'),
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalEnclosedCircle: (n) => sign(n, 0x2460, 20),
  decimalEnclosedCircleChinese: (n) => sign(n, 0x2460, 20),
  decimalEnclosedParen: (n) => sign(n, 0x2474, 20),
  decimalEnclosedFullstop: (n) => sign(n, 0x2488, 20),
  ideographEnclosedCircle: (n) => sign(n, 0x3280, 10),
  numberInDash: (n) => `- ${n} -`,
  hex: (n) => n.toString(16).toUpperCase(),
  ordinal,
  chicago: (n) => repeated(n, '*†‡§'),
  lowerLetter: (n) => repeated(n, 'abcdefghijklmnopqrstuvwxyz'),
  upperLetter: (n) => repeated(n, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
  lowerAlphabetic: alphabetic,
  upperAlphabetic: (n) => alphabetic(n).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (n) => roman(n).toUpperCase(),
  ideographDigital: (n) => digitByDigit(n, SMALL),
  japaneseDigitalTenThousand: (n) => digitByDigit(n, SMALL),
  taiwaneseDigital: (n) => digitByDigit(n, SMALL.replace('〇', '○')),
  chineseCounting: (n) => countedTo99(n, SMALL),
  taiwaneseCounting: (n) => countedTo99(n, SMALL.replace('〇', '○')),
  ideographTraditional: (n) => fromList(n, STEMS),
  ideographZodiac: (n) => fromList(n, BRANCHES),
  ideographZodiacTraditional: (n) => STEMS[(n - 1) % 10]! + BRANCHES[(n - 1) % 12]!,
  aiueo: (n) => repeated(n, HALF_AIUEO),
  aiueoFullWidth: (n) => repeated(n, AIUEO),
  iroha: (n) => repeated(n, IROHA),
  irohaFullWidth: (n) => repeated(n, IROHA),
};

/**
 * @param n from 0 on
 * @param format as OOXML names it (ECMA-376 Part 1, 17.18.59), or `lowerAlphabetic`, `upperAlphabetic`
 * @returns the number as it is shown, or null for a format that is not known here
 */
export function listNumber(n: number, format: string): string | null {
  const counting = COUNTINGS[format];
  const write = counting ? (one: number): string => counted(one, counting) : FORMATS[format];
  if (!write) return null;
  return n < 1 && format !== 'none' && format !== 'decimalZero' ? String(n) : write(n);
}

/** Counts the levels of a list: a step on one begins those below it anew. */
export class LevelCounts {
  readonly #counts: (number | undefined)[] = [];

  /**
   * @param level from 0, the widest
   * @param start of this level, where it begins now
   * @param restarts whether a level below begins anew after a step on this one
   * @returns its number now
   */
  step(level: number, start: number, restarts: (below: number) => boolean = () => true): number {
    const now = this.#counts[level];
    const next = now === undefined ? start : now + 1;
    this.#counts[level] = next;
    for (let below = level + 1; below < this.#counts.length; below++)
      if (restarts(below)) this.#counts[below] = undefined;
    return next;
  }

  /** @returns the number of a level, or undefined before it began */
  at(level: number): number | undefined {
    return this.#counts[level];
  }

  /** Lets a level begin anew at its next step. */
  reset(level: number): void {
    this.#counts[level] = undefined;
  }
}

/**
 * @param apart whether a tab or a space follows the number as it is shown
 * @returns it with a space, where the words would run together with it, as 1 and 2024年
 */
export const numberBefore = (label: string, apart: boolean): string =>
  apart && /[\p{L}\p{N}.)]$/u.test(label) ? `${label} ` : label;

/** A level of a list as Word has it, in .docx as in .doc. */
export interface Level {
  start: number;
  format: string;
  /** With %1 for the number of the first level, and so on. */
  text: string;
  /** Whether its figures are shown as 1, 2, 3 whatever their own formats. */
  legal: boolean;
  /** After a step on which level it begins anew, counted from 1; 0 for never. */
  restart: number;
  /** Whether a space or a tab follows the number. */
  apart: boolean;
  hidden: boolean;
  style?: string;
}
export interface List {
  /** Lists of one abstract list go on counting together. */
  counter: string;
  levels: Level[];
  /** Where levels begin when this list is first used, instead of their own start. */
  starts: Map<number, number>;
}

/** Tells the numbers of Word's lists, asked for every paragraph in order. */
export class ListCounter {
  readonly #counts = new Map<string, LevelCounts>();
  readonly #used = new Set<string>();
  bullets = 0;

  /** @returns the number with what follows it, empty for none; `unknown` is a format that is not known here */
  next(list: List, id: string, at: number): { label: string; unknown?: string } {
    const level = list.levels[at];
    if (!level) return { label: '' };
    const counts = this.#counts.get(list.counter) ?? new LevelCounts();
    this.#counts.set(list.counter, counts);
    const own = list.starts.get(at);
    if (own !== undefined && !this.#used.has(`${id} ${at}`)) counts.reset(at);
    this.#used.add(`${id} ${at}`);
    counts.step(at, own ?? level.start, (below) => (list.levels[below]?.restart ?? below) > at);
    if (level.format === 'bullet') this.bullets++;
    if (level.format === 'bullet' || level.hidden) return { label: '' };
    let unknown: string | undefined;
    const label = level.text.replace(/%(\d)/gu, (_, digit: string) => {
      const other = list.levels[Number(digit) - 1];
      const number = counts.at(Number(digit) - 1) ?? other?.start ?? 1;
      const format = other?.format ?? 'decimal';
      const custom = /^custom (0*1),/u.exec(format)?.[1];
      if (custom) return String(number).padStart(custom.length, '0');
      const written = listNumber(number, level.legal && format !== 'none' ? 'decimal' : format);
      if (written === null) unknown = format;
      return written ?? String(number);
    });
    return { label: numberBefore(label, level.apart), ...(unknown ? { unknown } : {}) };
  }
}
