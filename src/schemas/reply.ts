/** 答复: an official reply, whole. Every field of its own stands in the body as printed. */
import { z } from 'zod';
import { commonFields, editorialNote, id, level, pageBreak, target, text } from './shared.ts';

export const replySchema = z.strictObject({
  ...commonFields,
  /** 发文机关标志 */
  masthead: text.optional(),
  /** 发文字号 */
  number: text.optional(),
  /** 发文机关, by organisation id. */
  issuers: z.array(id).optional(),
  /** 主送 */
  addressee: text.optional(),
  /** 签发人 */
  signatory: text.optional(),
  /** 经办人 */
  handler: text.optional(),
  /** 联系电话, as printed. */
  phone: text.optional(),
  /** 署名 */
  signature: text.optional(),
  /** 抄送 */
  copies: text.optional(),
  level: level.optional(),
  topics: z.array(text).optional(),
  /** What is replied to. */
  proposal: z.strictObject({ number: text, session: text }).optional(),
  targets: z.array(target).optional(),
  /** 原件换页之处 */
  pageBreaks: z.array(pageBreak).optional(),
  /** 校注 */
  notes: z.array(editorialNote).optional(),
});
