/** 答复: an official reply, whole. Every field of its own stands in the body as printed. */
import { z } from 'zod';
import { documentFields } from './document.ts';
import { commonFields, editorialNote, level, pageBreak, target, text } from './shared.ts';

export const replySchema = z.strictObject({
  ...commonFields,
  ...documentFields,
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
