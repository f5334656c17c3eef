/** `library.yaml`: whose library this is. */
import { z } from 'zod';
import { date, id, text } from './shared.ts';

export const librarySchema = z.strictObject({
  /** Names the archive's file. */
  id,
  name: text,
  publisher: text.optional(),
  description: text,
  /** BCP 47. */
  language: text,
  /** Public address, ending in a slash, once there is one. */
  address: z
    .url({ protocol: /^https?$/, error: '须为完整网址，如 https://example.org/' })
    .endsWith('/', '须以 / 结尾')
    .optional(),
  /** The day on which this edition was made ready to hand on, YYYY-MM-DD; the archive's Bagging-Date. No clock tells it. */
  revised: date.refine((day) => day.length === 10, '请写出到日，如 2021-05-20').optional(),
  /** 不知道什么: what the editors looked for and did not find, a sentence each, for the page 说明. */
  unknown: z.array(text).optional(),
});

export type LibraryConfig = z.infer<typeof librarySchema>;
