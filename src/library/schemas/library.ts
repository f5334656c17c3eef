/** `library.yaml`: whose library this is. */
import { z } from 'zod';
import { day, id, text, webAddress } from './values.ts';

export const librarySchema = z.strictObject({
  id: id.max(32, '不能超过 32 个字符').describe('文库的代号：归档文件以它命名'),
  name: text.describe('文库的名称'),
  publisher: text.optional().describe('谁编的'),
  description: text.describe('一句话说明'),
  language: text.describe('语言代码（BCP 47），如 zh-Hans'),
  /** Public address, ending in a slash, once there is one. */
  address: webAddress
    .endsWith('/', '须以 / 结尾')
    .refine((written) => !URL.canParse(written) || new URL(written).href === written, {
      error: ({ input }) => `程序所用的网址只有英文字母，请写成 ${new URL(String(input)).href}`,
    })
    .refine((written) => !/[?#]/u.test(written), '不能有 ? 或 #：写到文件夹为止')
    .optional()
    .describe('公开的网址，以 / 结尾；还没有就不写'),
  /** Besides gov.cn and its kind: hosts whose pages a source of kind official may be. */
  officialHosts: z
    .array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, '须为主机名，如 example.org'))
    .optional()
    .describe('gov.cn 之外还算政府网站的主机名；其下的主机也算'),
  /** The day on which this edition was made ready to hand on, YYYY-MM-DD; the archive's Bagging-Date. No clock tells it. */
  revised: day.optional().describe('本版交付的日期，写到日；成为归档的 Bagging-Date'),
  keeper: text.optional().describe('谁在维护本库；不写则“说明”页写不详'),
  corrections: text
    .optional()
    .describe('读者发现错误可以怎样告知：网址、信箱或一句话；不写则“说明”页写不详'),
  unknown: z
    .array(text)
    .optional()
    .describe('不知道什么：编者查过而没有查到的，每条一句，列在“说明”页'),
});

export type LibraryConfig = z.infer<typeof librarySchema>;

// The JSON Schema of `library.yaml`, for editors; that of frontmatter Astro writes into `.astro/collections`.

/** Where VS Code's settings look for it. */
export const LIBRARY_JSON_SCHEMA = '.vscode/library.schema.json';

/** @returns the text of the file */
export const libraryJsonSchema = (): string =>
  `${JSON.stringify(z.toJSONSchema(librarySchema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`;
