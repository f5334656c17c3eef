/** 机构: a body that a document names. */
import { z } from 'zod';
import { commonFields, level } from './shared.ts';

export const organisationSchema = z.strictObject({
  ...commonFields,
  level: level.optional(),
});
