/** The particulars of an official document (GB/T 9704—2012), as printed in it. */
import { id, original, text } from './shared.ts';

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
