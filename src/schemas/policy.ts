/** 政策: a plan, an opinion, a notice, a programme. */
import { z } from 'zod';
import { documentFields } from './document.ts';
import { award, commonFields, editorialNote, level, target, text } from './shared.ts';

export const policySchema = z.strictObject({
  ...commonFields,
  /** Of these, what a document of this library gives; otherwise `external` provides it. */
  ...documentFields,
  /** 评选认定 is a title that is awarded, which has no number, date or text; 文件 when left out. */
  kind: z.enum(['文件', '评选认定']).optional(),
  level: level.optional(),
  /** 有效性; 不详 when left out. */
  validity: z.enum(['有效', '尚未生效', '已修改', '已废止', '不详']).optional(),
  topics: z.array(text).optional(),
  awards: z.array(award).optional(),
  targets: z.array(target).optional(),
  /** 校注 */
  notes: z.array(editorialNote).optional(),
});
