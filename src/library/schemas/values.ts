/** What fields of several collections hold: dates, words, ids, relations. */
import { z } from 'zod';
import { addressFault, forbiddenCharacter, isDeviceName } from '../../text/safe-text.ts';

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** YAML readers disagree on whether 2021 and 2021-03-01 are text: take them all as text. */
const dateText = (value: unknown): unknown => {
  if (typeof value === 'number') return String(value);
  return value instanceof Date ? value.toISOString().slice(0, 10) : value;
};

/** 2021-02-30 is another day once it is read. */
const existsInCalendar = (written: string): boolean =>
  DATE.test(written) && new Date(written).toJSON().startsWith(written);

/** A year, a month or a day that exists. */
export const date = z.preprocess(
  dateText,
  z
    .string()
    .refine(existsInCalendar, '不是存在的日期：请写 YYYY、YYYY-MM 或 YYYY-MM-DD，如 2021-05-20')
    .meta({ pattern: DATE.source }),
);

/** A day that exists. */
export const day = date.refine((written) => written.length === 10, '请写出到日，如 2021-05-20');

/** Text with something in it. */
export const text = z
  .string()
  .trim()
  .min(1, '不能为空')
  .refine((words) => forbiddenCharacter(words) === null, {
    error: ({ input }) => `有看不见的字符 ${forbiddenCharacter(String(input))?.character}`,
  });

/** A page of the web. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: '须为完整网址，如 https://example.org/' })
  .refine((address) => addressFault(address) === null, {
    error: ({ input }) => addressFault(String(input)) ?? '',
  });

/** Its files, in a folder of the archive, stay under the path length of Windows. */
export const LONGEST_ID = 70;

/** An entry's id: the name of its file without the ending. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '须为小写英文字母、数字和连字符，如 rail-transit')
  .max(LONGEST_ID, `不能超过 ${LONGEST_ID} 个字符`)
  .refine((name) => !isDeviceName(name), '是 Windows 的设备名，请换一个');

/** An entry of any collection: `replies/2021-46`. */
export const entryKey = z
  .string()
  .regex(/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/, '须写成“类别/文件名”，如 replies/2021-46');

/** A relation: an id, or an id with the words that show the relation. */
export const relation = z.union([
  id,
  z.strictObject({
    id: id.describe('所指条目的 id'),
    quote: text.describe('说明这一关系的原文，一字不差'),
    in: entryKey.optional().describe('引文所在的文件；不写则为依据的第一份，没有依据的为本文件'),
  }),
]);
