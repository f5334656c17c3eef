/** Which schema each collection has; the short ones stand here, the others in files of their own. */
import { z } from 'zod';
import { commonFields } from './common-fields.ts';
import { target } from './figures.ts';
import { measureSchema } from './measure.ts';
import { policySchema } from './policy.ts';
import { replySchema } from './reply.ts';
import { level, text } from './values.ts';
import type { Collection } from '../../library/types.ts';

// 产业链: an industrial chain, or a field (产业领域) that a document names beside the chains.

export const chainSchema = z.strictObject({
  ...commonFields,
  named: z.enum(['产业链', '产业领域']).optional().describe('文件的称呼：产业链或产业领域'),
  targets: z.array(target).optional().describe('目标：要达到或已达到的数，凭哪句话'),
});

// 集群: an industrial cluster that is to be grown.

export const clusterSchema = z.strictObject({
  ...commonFields,
  tier: z.number().positive().optional().describe('目标规模（亿元）'),
  fields: z.array(text).optional().describe('代表领域，逐个照引文写'),
  targets: z.array(target).optional().describe('目标：要达到或已达到的数，凭哪句话'),
});

// 活动: a conference, a fair, a meeting.

export const eventSchema = z.strictObject({
  ...commonFields,
  status: z.enum(['已举行', '计划举办']).optional().describe('照文件写：已举行或计划举办'),
  targets: z.array(target).optional().describe('目标：要达到或已达到的数，凭哪句话'),
});

// 机构: a body that a document names.

export const organisationSchema = z.strictObject({
  ...commonFields,
  nameBasis: text
    .optional()
    .describe('名称依据：引文和外部资料里都没有这个全称时，写明全称从何而来'),
  level: level.optional().describe('层级：国家、省、市或区'),
});

// 术语: a word or a formula that a reader may want explained.

export const termSchema = z.strictObject({ ...commonFields });

export const schemas = {
  replies: replySchema,
  policies: policySchema,
  measures: measureSchema,
  clusters: clusterSchema,
  chains: chainSchema,
  events: eventSchema,
  organisations: organisationSchema,
  terms: termSchema,
} as const satisfies Record<Collection, unknown>;
