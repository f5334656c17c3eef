/** Labels: what the first characters of a block say it is. Whether it is so, its neighbours decide. */
import { NUMERAL, readNumeral } from '../numerals.ts';
import type { UnitKind } from './types.ts';

/** How a level is numbered: 一、（一）1.（1）① and 1）. */
export type LevelStyle = '一、' | '（一）' | '1.' | '（1）' | '1）' | '①';

/** What a block may be. */
export interface Label {
  kind: UnitKind;
  number: number[];
  style?: LevelStyle;
  /** As printed, without spaces. */
  printed: string;
  /** Where it begins, and where the words after it do. */
  start: number;
  after: number;
  /** Whether a space, or nothing more, follows. */
  apart: boolean;
}

const S = '[\\s\\u3000]';
/** Marks of a heading that a received file left in its text. */
const LEAD = `^[\\s\\u3000]*(?:#{1,6}${S}*)?`;
const NUMBER = `([${NUMERAL}](?:${S}?[${NUMERAL}－—─])*)`;
const UNIT_KINDS: Record<string, UnitKind> = {
  编: 'book',
  分编: 'subbook',
  部分: 'division',
  章: 'chapter',
  节: 'section',
  条: 'article',
};
const INSERTED = `((?:之[一二三四五六七八九十]+)*)`;
const NUMBERED = new RegExp(
  `${LEAD}([第笫]${S}?${NUMBER}${S}?(分编|编|部分|章|节|条)${INSERTED})(${S}*)`,
  'u',
);
/** An article that a received text ran on in the paragraph before it. */
const RUN_ON = new RegExp(
  `(?<=[。；！？：”）])(${S}+)(第(${`[${NUMERAL}]+`})条${INSERTED})(${S}*)`,
  'gu',
);

const LEVELS: [LevelStyle, RegExp][] = [
  ['一、', new RegExp(`${LEAD}(([一二三四五六七八九十百]+)${S}?、)${S}*`, 'u')],
  [
    '（一）',
    new RegExp(`${LEAD}([（(]${S}?([一二三四五六七八九十百]+)${S}?[）)])[、.．]?${S}*`, 'u'),
  ],
  ['1.', new RegExp(`${LEAD}(([0-9０-９]{1,3})${S}?(?:[、．]|\\.(?![0-9])))${S}*`, 'u')],
  ['（1）', new RegExp(`${LEAD}([（(]${S}?([0-9０-９]{1,3})${S}?[）)])[、.．]?${S}*`, 'u')],
  ['1）', new RegExp(`${LEAD}(([0-9０-９]{1,3})[）)])${S}*`, 'u')],
  ['①', new RegExp(`${LEAD}(([①-⑳]))${S}*`, 'u')],
];

const tight = (text: string): string => text.replace(/[\s\u3000]+/gu, '');

/** A dash printed for 一, as 第三十－条: only a number that is expected may be read so. */
const numberOf = (printed: string): number | null => readNumeral(printed.replace(/[－—─]/gu, '一'));

const insertedIn = (printed: string): number[] =>
  [...printed.matchAll(/之([一二三四五六七八九十]+)/gu)].map((part) => readNumeral(part[1]!) ?? 0);

/** @returns what a block's first characters name, or null */
export function labelOf(text: string): Label | null {
  const found = NUMBERED.exec(text);
  if (found) {
    const [all, printed = '', number = '', word = '', inserted = '', space = ''] = found;
    const first = numberOf(number);
    if (first === null) return null;
    return {
      kind: UNIT_KINDS[word]!,
      number: [first, ...insertedIn(inserted)],
      printed: tight(printed)
        .replace('笫', '第')
        .replace(/[－—─]/gu, '一'),
      start: all.indexOf(printed),
      after: all.length,
      apart: space !== '' || all.length === text.length,
    };
  }
  for (const [style, pattern] of LEVELS) {
    const level = pattern.exec(text);
    const number = level && readNumeral(level[2]!);
    if (!level || !number) continue;
    const [all, printed = ''] = level;
    const start = all.indexOf(printed);
    return {
      kind: 'level',
      style,
      number: [number],
      printed: tight(printed),
      start,
      after: all.length,
      apart: true,
    };
  }
  return null;
}

/** @returns the articles that are run on inside a block, in order */
export function runOnArticles(text: string): Label[] {
  if (!text.includes('条', 4)) return [];
  return [...text.matchAll(RUN_ON)].flatMap((found) => {
    const [all, before = '', printed = '', number = '', inserted = '', space = ''] = found;
    const first = readNumeral(number);
    if (first === null) return [];
    const start = found.index + before.length;
    return [
      {
        kind: 'article' as const,
        number: [first, ...insertedIn(inserted)],
        printed,
        start,
        after: found.index + all.length,
        apart: space !== '',
      },
    ];
  });
}

/** What follows the name of an article where a sentence only refers to it. */
const REFERS = new RegExp(
  `^(?:的|第?[${NUMERAL}]+[款项目条]|第[（(]|至|到|和|与|及|以及|或|、|，|,|。|；|：|）|》|”|规定|所称|所列|所指|所述|中(?=[“的规关、，])|修改|改为|删去|删除|增加|之规定|明确|项下)`,
  'u',
);

/** Whether the words after a label go on as a reference does: 第九条第二款规定的…… */
export const refersOnly = (text: string, label: Label): boolean =>
  REFERS.test(text.slice(label.after));
