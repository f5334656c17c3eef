/** 举措: one thing that a document says is, or will be, done. */
import { z } from 'zod';
import { award, commonFields, id, target } from './shared.ts';

export const measureSchema = z.strictObject({
  ...commonFields,
  /** The measure that this one is a part of. */
  partOf: id.optional(),
  awards: z.array(award).optional(),
  targets: z.array(target).optional(),
});
