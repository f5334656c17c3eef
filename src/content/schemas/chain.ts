/** 产业链: an industrial chain, or a field (产业领域) that a document names beside the chains. */
import { z } from 'zod';
import { commonFields } from './common-fields.ts';
import { target } from './figures.ts';

export const chainSchema = z.strictObject({
  ...commonFields,
  named: z.enum(['产业链', '产业领域']).optional().describe('文件的称呼：产业链或产业领域'),
  targets: z.array(target).optional().describe('目标：要达到或已达到的数，凭哪句话'),
});
