/** 答复: an official reply, whole. Every field of its own stands in the body as printed. */
import { z } from 'zod';
import { documentFields, editorialNote, pageBreak } from './document.ts';
import { commonFields } from './common-fields.ts';
import { target } from './figures.ts';
import { level, text } from './values.ts';

export const replySchema = z.strictObject({
  ...commonFields,
  ...documentFields,
  level: level.optional().describe('层级：国家、省、市或区'),
  topics: z.array(text).optional().describe('主题'),
  proposal: z
    .strictObject({
      number: text.describe('提案的编号，照印'),
      session: text.describe('哪次会议，照印'),
    })
    .optional()
    .describe('所答复的提案：编号和会议'),
  targets: z.array(target).optional().describe('目标：要达到或已达到的数，凭哪句话'),
  pageBreaks: z.array(pageBreak).optional().describe('原件换页之处'),
  notes: z.array(editorialNote).optional().describe('校注'),
});
