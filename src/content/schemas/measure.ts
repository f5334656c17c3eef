/** 举措: one thing that a document says is, or will be, done. */
import { z } from 'zod';
import { commonFields } from './common-fields.ts';
import { award, target } from './figures.ts';
import { entryKey, id, relation, text } from './values.ts';

/** How far a measure had come when a document spoke of it, in that document's own words. */
const statement = z.strictObject({
  state: z.enum(['已完成', '进行中', '将开展']).describe('已完成、进行中或将开展'),
  /** The words that say so; a measure of which nothing is said has no status. */
  quote: text.describe('这样说的原文，一字不差'),
  in: entryKey.optional().describe('说这话的文件；不写则为依据的第一份，没有依据的为本文件'),
});

export const measureSchema = z.strictObject({
  ...commonFields,
  partOf: id.optional().describe('所属的上级举措（id）'),
  statedBy: entryKey
    .optional()
    .describe('提出这项举措的文件，如 replies/2021-46；不写则为第一份政策，再则为引文所在的文件'),
  status: z
    .union([statement, z.array(statement)])
    .optional()
    .describe('部署与进展：每份文件怎么说，一份文件一条；不写即未说明'),
  subjects: z
    .array(relation)
    .optional()
    .describe('同一主题：其他举措也涉及的术语，须在引文或 quote 中点到'),
  awards: z.array(award).optional().describe('奖补：给多少，给谁，凭哪句话'),
  targets: z.array(target).optional().describe('目标：要达到或已达到的数，凭哪句话'),
});
