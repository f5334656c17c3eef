/** 集群: an industrial cluster that is to be grown. */
import { z } from 'zod';
import { commonFields, target, text } from './shared.ts';

export const clusterSchema = z.strictObject({
  ...commonFields,
  /** 目标规模, in 亿元. */
  tier: z.number().positive().optional(),
  /** 代表领域; each stands in the evidence. */
  fields: z.array(text).optional(),
  targets: z.array(target).optional(),
});
