/**
 * JSON Schema (draft 2020-12) of every JSON of the data, made by Zod. That of an entry's record is made from the schema that
 * holds its author to the fields: what an author may write is what the data may hold.
 */
import { z } from 'zod';
import { externalFact, laterValidity } from '../../content/schemas/common-fields.ts';
import { award, editorialNote, target } from '../../content/schemas/document.ts';
import { ownFields, schemas } from '../../content/schemas/index.ts';
import { date, entryKey, text } from '../../content/schemas/values.ts';
import { COLLECTIONS, type Collection } from '../../library/types.ts';
import { sitePath, type SitePath } from '../../views/urls.ts';
import { DATA_VERSION } from './entry-record.ts';

/** The version, as every JSON of the data states it. */
const version = z.literal(DATA_VERSION).describe('数据格式的版本');
/** A page's path from the site's root. */
const page = z.string().regex(/\.html$/u);
const place = z
  .string()
  .regex(/\.html#.+$/u)
  .describe('页面和段落，从网站根目录算起');
const quotation = z.strictObject({ in: entryKey, quote: text, place });

const ownSchemas = (collection: Collection): Record<string, z.ZodType> => {
  const shape = schemas[collection].shape as Record<string, z.ZodType>;
  return Object.fromEntries(ownFields(collection).map((name) => [name, shape[name]!]));
};

/** The record of an entry of a collection. */
const recordOf = (collection: Collection) =>
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
    ...ownSchemas(collection),
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

const graph = z.strictObject({
  version,
  nodes: z
    .array(
      z.strictObject({
        id: entryKey,
        collection: z.enum(COLLECTIONS),
        title: text,
        date: date.optional(),
        page,
      }),
    )
    .describe('条目'),
  edges: z
    .array(z.strictObject({ from: entryKey, to: entryKey, field: text }))
    .describe('关系，从写明它的条目出发；field 是关系的种类'),
});

const line = z.strictObject({
  key: entryKey.describe('条目'),
  title: text.describe('标题'),
  text: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        kind: z.enum(['paragraph', 'heading', 'part']),
        number: z.number().int().optional(),
        text: z.string(),
      }),
    )
    .describe('逐段：id 是页面上的锚，kind 是正文、标题或公文要素，number 是段号'),
});

const reference = z.array(
  z.strictObject({
    id: text,
    type: z.literal('legislation'),
    title: text,
    author: z.array(z.strictObject({ literal: text })).optional(),
    number: text.optional(),
    issued: z
      .strictObject({ 'date-parts': z.array(z.array(z.number().int()).min(1).max(3)) })
      .optional(),
    URL: z.url().optional(),
    language: text,
  }),
);

const thing = z.looseObject({
  '@id': z.string(),
  '@type': z.string(),
  name: text,
  url: z.string(),
});
const linkedData = z.strictObject({
  '@context': z.looseObject({ '@vocab': z.literal('https://schema.org/') }),
  'dcterms:hasVersion': version,
  '@graph': z.array(thing).describe('条目：类型用 schema.org，关系用 Dublin Core'),
});

const SCHEMAS: Record<string, [title: string, schema: z.ZodType]> = {
  entry: ['一个条目', z.union(COLLECTIONS.map(recordOf))],
  graph: ['条目和它们之间的关系', graph],
  'graph-json-ld': ['条目和它们之间的关系，JSON-LD', linkedData],
  texts: ['一个条目的正文，一行', line],
  reference: ['一份文件的引文，CSL-JSON', reference],
};

/** Where a schema lies. */
export const schemaPath = (name: string): SitePath => sitePath(`data/schemas/${name}.schema.json`);

/** @returns each schema's path, and what its file holds */
export function jsonSchemas(): [path: SitePath, content: string][] {
  return Object.entries(SCHEMAS).map(([name, [title, schema]]) => {
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'output', reused: 'ref' });
    const file = { $schema, $id: `${name}.schema.json`, title, ...rest };
    return [schemaPath(name), `${JSON.stringify(file, null, 1)}\n`];
  });
}

/** @returns the fields at the top of a schema, with what they hold */
export function fieldsOf(name: 'entry' | 'graph' | 'texts'): [field: string, what: string][] {
  const schema = { entry: recordOf('terms'), graph, texts: line }[name];
  return Object.entries(schema.shape as Record<string, z.ZodType>).map(([field, type]) => [
    field,
    type.description ?? '',
  ]);
}
