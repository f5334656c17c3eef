/** What the page 数据 tells of the data field by field. */
import type { z } from 'zod';
import { graphSchema } from './graph.ts';
import { recordSchema } from './records.ts';
import { TABLES } from './tables.ts';
import { lineSchema } from './texts.ts';

type Fields = [name: string, what: string][];

/** The fields at the top of a schema, with what they hold. */
const fieldsOf = (schema: z.ZodObject): Fields =>
  Object.entries(schema.shape).map(([name, type]) => [name, (type as z.ZodType).description ?? '']);

export const DESCRIBED: readonly { id: string; heading: string; fields: Fields }[] = [
  { id: 'entry', heading: '条目（.json）', fields: fieldsOf(recordSchema('terms')) },
  ...TABLES.map(({ name: id, title, columns }) => ({
    id,
    heading: `${title}（${id}.csv）`,
    fields: columns.map(({ name, description }): Fields[number] => [name, description]),
  })),
  { id: 'graph', heading: '关系图（graph.json）', fields: fieldsOf(graphSchema) },
  { id: 'texts', heading: '正文（texts.jsonl.gz）', fields: fieldsOf(lineSchema) },
];
