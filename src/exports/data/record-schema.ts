/**
 * The schema of an entry's record, made from the schema that holds its author to the fields: what an author may write
 * is what the data may hold.
 */
import { z } from 'zod';
import type { Collection } from '../../library/types.ts';
import { schemas } from '../../content/schemas/index.ts';
import { date, entryKey, text } from '../../content/schemas/values.ts';
import { commonFields, externalFact, laterValidity } from '../../content/schemas/common-fields.ts';
import { editorialNote } from '../../content/schemas/document.ts';
import { award, target } from '../../content/schemas/figures.ts';
import { DATA_VERSION } from './version.ts';

/** The version, as every JSON of the data states it. */
export const version = z.literal(DATA_VERSION).describe('数据格式的版本');
/** A page's path from the site's root. */
export const page = z.string().regex(/\.html$/u);
const place = z
  .string()
  .regex(/\.html#.+$/u)
  .describe('页面和段落，从网站根目录算起');
const quotation = z.strictObject({ in: entryKey, quote: text, place });

/** Fields of an entry that its record tells in a form of its own, or not at all. */
const ELSEWHERE = new Set([
  ...Object.keys(commonFields),
  'awards',
  'targets',
  'notes',
  'pageBreaks',
  'subjects',
  'laterValidity',
]);

const ownFields = (collection: Collection): Record<string, z.ZodType> =>
  Object.fromEntries(
    Object.entries(schemas[collection].shape as Record<string, z.ZodType>).filter(
      ([name]) => !ELSEWHERE.has(name) && !(collection === 'measures' && name === 'status'),
    ),
  );

/** The record of an entry of a collection. */
export const recordOf = (collection: Collection) =>
  z.strictObject({
    version,
    key: entryKey.describe('类别和文件名，全库唯一'),
    collection: z.literal(collection).describe('类别'),
    page: page.describe('页面，从网站根目录算起'),
    title: text.describe('标题'),
    aliases: z.array(text).describe('同指这一条目的其他写法'),
    summary: text.optional().describe('一句话说明，编者所写'),
    date: date.optional().describe('年、年月或年月日，与来源同样精确'),
    dateText: text.optional().describe('来源对日期的写法'),
    ...ownFields(collection),
    evidence: z.array(quotation).describe('条目所据的原话和出处'),
    awards: z.array(award.extend({ in: entryKey, place })).describe('奖补'),
    targets: z.array(target.extend({ in: entryKey, place })).describe('目标'),
    relations: z
      .array(
        z.strictObject({
          with: entryKey,
          field: z.string(),
          direction: z.enum(['in', 'out']),
          evidence: quotation.optional(),
        }),
      )
      .describe('关系；direction 为 out 的由本条目写明，in 的由对方写明'),
    external: z.array(externalFact).describe('外部资料，不是所收公文所说'),
    laterValidity: z.array(laterValidity).describe('后来的外部资料怎么说它的效力'),
    statements: z
      .array(
        z.strictObject({
          in: entryKey,
          quote: text,
          state: z.enum(['已完成', '进行中', '将开展']),
          place,
        }),
      )
      .describe('文件所说的进展'),
    notes: z.array(editorialNote).describe('校注'),
  });
