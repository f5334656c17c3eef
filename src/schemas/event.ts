/** 活动: a conference, a fair, a meeting. */
import { z } from 'zod';
import { commonFields, target } from './shared.ts';

export const eventSchema = z.strictObject({
  ...commonFields,
  /** As the document has it: held, or planned. */
  status: z.enum(['已举行', '计划举办']).optional(),
  targets: z.array(target).optional(),
});
