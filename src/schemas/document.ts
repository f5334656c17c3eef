/** The particulars of an official document (GB/T 9704—2012), as printed in it. */
import { id, original, text } from './shared.ts';

export const documentFields = {
  /** 发文机关标志 */
  masthead: text.optional(),
  /** 密级和保密期限 */
  classification: text.optional(),
  /** 紧急程度 */
  urgency: text.optional(),
  /** 发文字号 */
  number: text.optional(),
  /** 发文机关, by organisation id. */
  issuers: id.array().optional(),
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
  /** 附注 */
  annotation: text.optional(),
  /** 抄送 */
  copies: text.optional(),
  /** 印发机关和印发日期 */
  printing: text.optional(),
  /** 原件: the received file that the text was taken from; the build checks that it is unchanged. */
  original: original.optional(),
};
