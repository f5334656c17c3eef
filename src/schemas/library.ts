/** `library.yaml`: whose library this is. */
import { z } from 'zod';
import { date, id, text } from './shared.ts';

export const librarySchema = z.strictObject({
  /** Names the archive's file. */
  id,
  name: text.describe('文库的名称'),
  publisher: text.optional().describe('谁编的'),
  description: text.describe('一句话说明'),
  language: text.describe('语言代码（BCP 47），如 zh-Hans'),
  /** Public address, ending in a slash, once there is one. */
  address: z
    .url({ protocol: /^https?$/, error: '须为完整网址，如 https://example.org/' })
    .endsWith('/', '须以 / 结尾')
    .optional(),
  /** The day on which this edition was made ready to hand on, YYYY-MM-DD; the archive's Bagging-Date. No clock tells it. */
  revised: date.refine((day) => day.length === 10, '请写出到日，如 2021-05-20').optional(),
  unknown: z
    .array(text)
    .optional()
    .describe('不知道什么：编者查过而没有查到的，每条一句，列在“说明”页'),
});

export type LibraryConfig = z.infer<typeof librarySchema>;
