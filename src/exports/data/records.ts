/**
 * One entry as data, the JSON that lies beside its page, and its schema: that is made from the schema that holds its author to
 * the fields, so that what an author may write is what the data may hold.
 */
import { z } from 'zod';
import { externalFact, laterValidity } from '../../library/schemas/common-fields.ts';
import { award, editorialNote, target } from '../../library/schemas/document.ts';
import { ownFields, schemas } from '../../library/schemas/index.ts';
import { date, entryKey, text } from '../../library/schemas/values.ts';
import type { Collection, Entry, Library, Quotation } from '../../library/types.ts';
import { isSafeAddress } from '../../text/safe-text.ts';
import { href, homePath, pagePath } from '../../views/urls.ts';

/**
 * The version of the data's form, in every file that has room for it. It follows semver.org: the first number rises
 * when a field or a file goes, or means something else; the second when one is added; the third when only words
 * that describe them change. It says nothing of the content: the same content gives the same bytes.
 */
export const DATA_VERSION = '2.0.0';

/** @returns where a quotation stands, from the site's root, the page and the paragraph's anchor: `replies/2021-46.html#p3` */
export function place(library: Library, { in: document, quote }: Quotation): string {
  const { block } = library.locate({ in: document, quote });
  return href(homePath, pagePath(document), block.id);
}

/**
 * Everything that the library says of an entry, with the place of every quotation. Its text is not repeated: it stands in
 * the page and in the texts (texts.ts).
 */
function entryRecord(library: Library, entry: Entry): object {
  const { key, collection, title, aliases, summary, date, dateText, fields } = entry;
  const placed = <Cited extends Quotation>(cited: Cited) => ({
    ...cited,
    place: place(library, cited),
  });
  return {
    version: DATA_VERSION,
    key,
    collection,
    page: pagePath(key),
    title,
    aliases,
    summary,
    date,
    dateText,
    ...fields,
    evidence: entry.evidence.map(placed),
    awards: entry.awards.map(placed),
    targets: entry.targets.map(placed),
    relations: library.related(key).map(({ entry: other, field, direction, quotation }) => ({
      with: other.key,
      field,
      direction,
      ...(quotation && { evidence: placed(quotation) }),
    })),
    external: entry.external,
    laterValidity: entry.laterValidity,
    statements: entry.statements.map(placed),
    notes: entry.notes,
  };
}

/** An address that a browser must not follow is left out, whatever has let it in. */
const onlySafe = (name: string, value: unknown): unknown =>
  name === 'url' && !isSafeAddress(String(value)) ? undefined : value;

/** @returns the text of an entry's file */
export const recordText = (library: Library, entry: Entry): string =>
  `${JSON.stringify(entryRecord(library, entry), onlySafe, 1)}\n`;

/** The version, as every JSON of the data states it. */
export const versionSchema = z.literal(DATA_VERSION).describe('数据格式的版本');
/** A page's path from the site's root. */
export const pageSchema = z.string().regex(/\.html$/u);
const placeSchema = z
  .string()
  .regex(/\.html#.+$/u)
  .describe('页面和段落，从网站根目录算起');
const quotationSchema = z.strictObject({ in: entryKey, quote: text, place: placeSchema });

/** The record of an entry of a collection. */
export function recordSchema(collection: Collection) {
  const own = schemas[collection].shape as Record<string, z.ZodType>;
  return z.strictObject({
    version: versionSchema,
    key: entryKey.describe('类别和文件名，全库唯一'),
    collection: z.literal(collection).describe('类别'),
    page: pageSchema.describe('页面，从网站根目录算起'),
    title: text.describe('标题'),
    aliases: z.array(text).describe('同指这一条目的其他写法'),
    summary: text.optional().describe('一句话说明，编者所写'),
    date: date.optional().describe('年、年月或年月日，与来源同样精确'),
    dateText: text.optional().describe('来源对日期的写法'),
    ...Object.fromEntries(ownFields(collection).map((name) => [name, own[name]!])),
    evidence: z.array(quotationSchema).describe('条目所据的原话和出处'),
    awards: z.array(award.extend({ in: entryKey, place: placeSchema })).describe('奖补'),
    targets: z.array(target.extend({ in: entryKey, place: placeSchema })).describe('目标'),
    relations: z
      .array(
        z.strictObject({
          with: entryKey,
          field: z.string(),
          direction: z.enum(['in', 'out']),
          evidence: quotationSchema.optional(),
        }),
      )
      .describe('关系；direction 为 out 的由本条目写明，in 的由对方写明'),
    external: z.array(externalFact).describe('外部资料，不是所收公文所说'),
    laterValidity: z.array(laterValidity).describe('后来的外部资料怎么说它的效力'),
    statements: z
      .array(quotationSchema.extend({ state: z.enum(['已完成', '进行中', '将开展']) }))
      .describe('文件所说的进展'),
    notes: z.array(editorialNote).describe('校注'),
  });
}
