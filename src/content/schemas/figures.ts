/** Figures that a policy or a measure states: awards and targets. */
import { z } from 'zod';
import { date, entryKey, text } from './values.ts';

/** Money or support that a policy or measure grants. */
export const award = z.strictObject({
  name: text.describe('名目'),
  amount: z.number().positive().describe('数额，照引文'),
  unit: text.describe('单位，如 万元'),
  ceiling: z.boolean().optional().describe('数额是上限（最高）'),
  condition: text.optional().describe('条件，照原文'),
  channel: text.optional().describe('申报渠道，照原文；不写即不详'),
  validUntil: date.optional().describe('有效期至；不写即不详'),
  quote: text.describe('一字不差的原文'),
  in: entryKey.optional().describe('引文所在的文件；不写则为依据的第一份，没有依据的为本文件'),
});

/** A figure to be reached, or (with `progress`) one that the document says was reached. */
export const target = z.strictObject({
  name: text.describe('名目'),
  amount: z.number().positive().describe('数额，照引文'),
  unit: text.describe('单位，如 万元'),
  bound: text.optional().describe('界限用词，如 突破、余、超'),
  by: z.number().int().optional().describe('到哪一年'),
  progress: z.boolean().optional().describe('文件说已经达到的，写 true'),
  quote: text.describe('一字不差的原文'),
  in: entryKey.optional().describe('引文所在的文件；不写则为依据的第一份，没有依据的为本文件'),
});
