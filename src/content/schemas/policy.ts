/** 政策: a plan, an opinion, a notice, a programme. */
import { z } from 'zod';
import { documentFields, editorialNote, pageBreak } from './document.ts';
import { commonFields, laterValidity } from './common-fields.ts';
import { award, target } from './figures.ts';
import { level, relation, text } from './values.ts';

export const policySchema = z.strictObject({
  ...commonFields,
  /** Of these, what a document of this library gives; otherwise `external` provides it. */
  ...documentFields,
  kind: z
    .enum(['文件', '评选认定'])
    .optional()
    .describe('文件，或评选认定（没有文号、日期和正文的称号）；不写即文件'),
  level: level.optional().describe('层级：国家、省、市或区'),
  validity: z
    .enum(['有效', '尚未生效', '已修改', '已废止', '不详'])
    .optional()
    .describe('有效性，须有依据；不写即不详'),
  laterValidity: z
    .array(laterValidity)
    .optional()
    .describe('后来的外部资料怎么说它的效力：页首显示“据外部资料”，不改变 validity'),
  replaces: z.array(relation).optional().describe('它取代的政策；两边的页面都会显示'),
  replacedBy: z.array(relation).optional().describe('取代它的政策，在对方没有写明时用'),
  topics: z.array(text).optional().describe('主题'),
  subjects: z
    .array(relation)
    .optional()
    .describe('同一主题：举措或其他政策也涉及的术语，须在引文或 quote 中点到'),
  awards: z.array(award).optional().describe('奖补：给多少，给谁，凭哪句话'),
  targets: z.array(target).optional().describe('目标：要达到或已达到的数，凭哪句话'),
  pageBreaks: z.array(pageBreak).optional().describe('原件换页之处'),
  notes: z.array(editorialNote).optional().describe('校注'),
});
