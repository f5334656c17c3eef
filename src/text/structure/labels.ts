/** Labels: what the first characters of a block say it is. Whether it is so, its neighbours decide. */
import { NUMERAL, readNumeral } from '../numerals.ts';
import { insertedIn } from './places.ts';
import type { UnitKind } from './units.ts';

/** What a block may be. */
export interface Label {
  kind: UnitKind;
  number: number[];
  /** How a level is numbered: 一、（一）1.（1）① and 1）. */
  style?: string;
  /** As printed, without spaces. */
  printed: string;
  /** Where it begins, and where the words after it do. */
  start: number;
  after: number;
  /** Whether a space, or nothing more, follows. */
  apart: boolean;
}

const KINDS: Record<string, UnitKind> = {
  编: 'book',
  分编: 'subbook',
  部分: 'division',
  章: 'chapter',
  节: 'section',
  条: 'article',
};

/** Marks of a heading that a received file left in its text. */
const LEAD = `^\\s*(?:#{1,6}\\s*)?`;
const INSERTED = `((?:之[一二三四五六七八九十]+)*)`;
const NUMBER = `([${NUMERAL}](?:\\s?[${NUMERAL}－—─])*)`;
const NUMBERED = new RegExp(
  `${LEAD}([第笫]\\s?${NUMBER}\\s?(分编|编|部分|章|节|条)${INSERTED})(\\s*)`,
  'u',
);
/** An article that a received text ran on in the paragraph before it. */
const RUN_ON = new RegExp(`(?<=[。；！？：”）])\\s+(第([${NUMERAL}]+)(条)${INSERTED})(\\s*)`, 'gu');

const HAN = '([一二三四五六七八九十百]+)';
const DIGITS = '([0-9０-９]{1,3})';
const LEVELS = Object.entries({
  '一、': `(${HAN}\\s?、)`,
  '（一）': `([（(]\\s?${HAN}\\s?[）)])[、.．]?`,
  '1.': `(${DIGITS}\\s?(?:[、．]|\\.(?![0-9])))`,
  '（1）': `([（(]\\s?${DIGITS}\\s?[）)])[、.．]?`,
  '1）': `(${DIGITS}[）)])`,
  '①': '(([①-⑳]))',
}).map(([style, form]) => [style, new RegExp(`${LEAD}${form}\\s*`, 'u')] as const);

/** A dash printed for 一, as 第三十－条: only a number that is expected may be read so. */
const withoutDash = (printed: string): string => printed.replace(/[－—─]/gu, '一');

/** The label that a match of `NUMBERED` or `RUN_ON` in a text is. */
function numbered(found: RegExpExecArray, text: string): Label | null {
  const [all, printed = '', number = '', word = '', inserted = '', space = ''] = found;
  const first = readNumeral(withoutDash(number));
  if (first === null) return null;
  const after = found.index + all.length;
  return {
    kind: KINDS[word]!,
    number: [first, ...insertedIn(inserted)],
    printed: withoutDash(printed.replace(/\s+/gu, '')).replace('笫', '第'),
    start: found.index + all.indexOf(printed),
    after,
    apart: space !== '' || after === text.length,
  };
}

/** @returns what a block's first characters name, or null */
export function labelOf(text: string): Label | null {
  const found = NUMBERED.exec(text);
  if (found) return numbered(found, text);
  for (const [style, form] of LEVELS) {
    const [all = '', label = '', digits = ''] = form.exec(text) ?? [];
    const number = readNumeral(digits);
    if (!number) continue;
    const printed = label.replace(/\s+/gu, '');
    const start = all.indexOf(label);
    return {
      kind: 'level',
      style,
      number: [number],
      printed,
      start,
      after: all.length,
      apart: true,
    };
  }
  return null;
}

/** @returns the articles that are run on inside a block, in order */
export const runOnArticles = (text: string): Label[] =>
  text.includes('条', 4)
    ? [...text.matchAll(RUN_ON)].flatMap((found) => numbered(found, text) ?? [])
    : [];

/** What follows the name of an article where a sentence only refers to it. */
const REFERS = new RegExp(
  `^(?:的|第?[${NUMERAL}]+[款项目条]|第[（(]|至|到|和|与|及|以及|或|、|，|,|。|；|：|）|》|”|规定|所称|所列|所指|所述|中(?=[“的规关、，])|修改|改为|删去|删除|增加|之规定|明确|项下)`,
  'u',
);

/** Whether the words after a label go on as a reference does: 第九条第二款规定的…… */
export const refersOnly = (text: string, { after }: Label): boolean =>
  REFERS.test(text.slice(after));
