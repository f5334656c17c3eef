/**
 * JSON Schema (draft 2020-12) of every JSON of the data, made by Zod (record-schema.ts for the one of an entry).
 */
import { z } from 'zod';
import { COLLECTIONS } from '../../library/types.ts';
import { date, entryKey, text } from '../../content/schemas/values.ts';
import { page, recordOf, version } from './record-schema.ts';

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

/** Which schema is in which file of the folder `data/schemas/`. */
export const schemaName = (name: string): string => `data/schemas/${name}.schema.json`;

/** @returns each schema's name, and what its file holds */
export function jsonSchemas(): [name: string, content: string][] {
  return Object.entries(SCHEMAS).map(([name, [title, schema]]) => {
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'output', reused: 'ref' });
    const file = { $schema, $id: `${name}.schema.json`, title, ...rest };
    return [name, `${JSON.stringify(file, null, 1)}\n`];
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
