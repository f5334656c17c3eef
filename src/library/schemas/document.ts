/**
 * What documents have: the particulars printed in them (GB/T 9704—2012), remarks on their text, their original; and what they
 * state: awards, targets, and how far a measure has come.
 */
import { z } from 'zod';
import { date, entryKey, id, text } from './values.ts';

/** A remark of the editors on words of the text (校注). */
export const editorialNote = z.strictObject({
  on: text.describe('所指的文字，照印'),
  within: text.optional().describe('包含所指文字、且全文只出现一次的一段话'),
  note: text.describe('校注：说明可能是什么意思、凭什么'),
});

/** A place where the original turned a page in the midst of a paragraph, which is joined here. */
export const pageBreak = z.strictObject({
  on: text.describe('换页前的最后几个字，照印'),
  within: text.optional().describe('包含换页处、且全文只出现一次的一段话'),
});

/** The file as received, kept unchanged in the folder `original`. */
const original = z.strictObject({
  file: z
    .string()
    .regex(/^[\w.-]+$/u, '只写 original 文件夹中的文件名，由英文字母、数字、点和连字符组成')
    .describe('original 文件夹中的文件名'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, '须为 64 位小写十六进制数')
    .describe('原件的 SHA-256，64 位小写十六进制数'),
});

export const documentFields = {
  masthead: text.optional().describe('发文机关标志'),
  classification: text.optional().describe('密级和保密期限'),
  urgency: text.optional().describe('紧急程度'),
  number: text.optional().describe('发文字号，照印'),
  issuers: id.array().optional().describe('发文机关：机构条目的 id'),
  addressee: text.optional().describe('主送'),
  signatory: text.optional().describe('签发人'),
  handler: text.optional().describe('经办人'),
  phone: text.optional().describe('联系电话，照印'),
  signature: text.optional().describe('署名'),
  annotation: text.optional().describe('附注'),
  copies: text.optional().describe('抄送'),
  printing: text.optional().describe('印发机关和印发日期'),
  original: original.optional().describe('原件：正文所据的收到的文件；构建时核对它没有改动'),
};

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

/** How far a measure had come when a document spoke of it, in that document's own words. */
export const statement = z.strictObject({
  state: z.enum(['已完成', '进行中', '将开展']).describe('已完成、进行中或将开展'),
  /** The words that say so; a measure of which nothing is said has no status. */
  quote: text.describe('这样说的原文，一字不差'),
  in: entryKey.optional().describe('说这话的文件；不写则为依据的第一份，没有依据的为本文件'),
});
