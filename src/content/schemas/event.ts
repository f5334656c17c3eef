/** 活动: a conference, a fair, a meeting. */
import { z } from 'zod';
import { commonFields } from './common-fields.ts';
import { target } from './figures.ts';

export const eventSchema = z.strictObject({
  ...commonFields,
  status: z.enum(['已举行', '计划举办']).optional().describe('照文件写：已举行或计划举办'),
  targets: z.array(target).optional().describe('目标：要达到或已达到的数，凭哪句话'),
});
