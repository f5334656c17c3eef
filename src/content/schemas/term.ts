/** 术语: a word or a formula that a reader may want explained. */
import { z } from 'zod';
import { commonFields } from './common-fields.ts';

export const termSchema = z.strictObject({ ...commonFields });
