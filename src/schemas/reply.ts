/** 答复: an official reply, whole. Every field of its own stands in the body as printed. */
import { z } from 'zod';
import { documentFields } from './document.ts';
import { commonFields, editorialNote, level, pageBreak, target, text } from './shared.ts';

export const replySchema = z.strictObject({
  ...commonFields,
  ...documentFields,
  level: level.optional(),
  topics: z.array(text).optional().describe('主题'),
  proposal: z
    .strictObject({ number: text, session: text })
    .optional()
    .describe('所答复的提案：编号和会议'),
  targets: z.array(target).optional(),
  pageBreaks: z.array(pageBreak).optional().describe('原件换页之处'),
  notes: z.array(editorialNote).optional().describe('校注'),
});
