/** 集群: an industrial cluster that is to be grown. */
import { z } from 'zod';
import { commonFields } from './common-fields.ts';
import { target } from './figures.ts';
import { text } from './values.ts';

export const clusterSchema = z.strictObject({
  ...commonFields,
  tier: z.number().positive().optional().describe('目标规模（亿元）'),
  fields: z.array(text).optional().describe('代表领域，逐个照引文写'),
  targets: z.array(target).optional().describe('目标：要达到或已达到的数，凭哪句话'),
});
