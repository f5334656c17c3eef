/** 机构: a body that a document names. */
import { z } from 'zod';
import { commonFields, level, text } from './shared.ts';

export const organisationSchema = z.strictObject({
  ...commonFields,
  /** 名称依据: where the full name is taken from, when neither a document nor an outside source has it as it stands. */
  nameBasis: text.optional(),
  level: level.optional(),
});
