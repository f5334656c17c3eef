/** 政策: a plan, an opinion, a notice, a programme. */
import { z } from 'zod';
import { documentFields } from './document.ts';
import {
  award,
  commonFields,
  editorialNote,
  level,
  pageBreak,
  relation,
  target,
  text,
} from './shared.ts';

export const policySchema = z.strictObject({
  ...commonFields,
  /** Of these, what a document of this library gives; otherwise `external` provides it. */
  ...documentFields,
  /** 评选认定 is a title that is awarded, which has no number, date or text; 文件 when left out. */
  kind: z.enum(['文件', '评选认定']).optional(),
  level: level.optional(),
  /** 有效性; 不详 when left out. */
  validity: z.enum(['有效', '尚未生效', '已修改', '已废止', '不详']).optional(),
  /** Policies that this one takes the place of; shown on both pages. */
  replaces: z.array(relation).optional(),
  /** Policies that took its place, where they do not say so themselves. */
  replacedBy: z.array(relation).optional(),
  topics: z.array(text).optional(),
  /** 同一主题: terms that measures or other policies are about as well, each named in the evidence or in `quote`. */
  subjects: z.array(relation).optional(),
  awards: z.array(award).optional(),
  targets: z.array(target).optional(),
  /** 原件换页之处 */
  pageBreaks: z.array(pageBreak).optional(),
  /** 校注 */
  notes: z.array(editorialNote).optional(),
});
