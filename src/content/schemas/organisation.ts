/** 机构: a body that a document names. */
import { z } from 'zod';
import { commonFields } from './common-fields.ts';
import { level, text } from './values.ts';

export const organisationSchema = z.strictObject({
  ...commonFields,
  nameBasis: text
    .optional()
    .describe('名称依据：引文和外部资料里都没有这个全称时，写明全称从何而来'),
  level: level.optional().describe('层级：国家、省、市或区'),
});
