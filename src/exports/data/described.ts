/** What the page 数据 tells of the data field by field. */
import type { z } from 'zod';
import type { ValidLibrary } from '../../content/read-library.ts';
import { graphExample, graphSchema } from './graph.ts';
import { entryRecord, recordSchema } from './records.ts';
import { csvOf, TABLES } from './tables.ts';
import { lineSchema, textLine } from './texts.ts';

/** A file, or a kind of file. */
interface Described {
  id: string;
  heading: string;
  fields: [name: string, what: string][];
  /** Its first line of content, as it stands there. */
  example: (site: ValidLibrary) => string;
}

/** The fields at the top of a schema, with what they hold. */
const fieldsOf = (schema: z.ZodObject): [name: string, what: string][] =>
  Object.entries(schema.shape).map(([name, type]) => [name, (type as z.ZodType).description ?? '']);

/** A text may be any length, an example may not. */
const cut = (text: string): string =>
  text.length > 600 ? `${text.slice(0, 600).toWellFormed()}……` : text;

/** In the order of the page. */
export const DESCRIBED: readonly Described[] = [
  {
    id: 'entry',
    heading: '条目（.json）',
    fields: fieldsOf(recordSchema('terms')),
    // The first term, which is short; else the first entry.
    example: ({ library }) => {
      const entry = library.list('terms')[0] ?? [...library.entries.values()][0];
      return entry ? cut(JSON.stringify(entryRecord(library, entry), null, 1)) : '';
    },
  },
  ...TABLES.map((table) => ({
    id: table.name,
    heading: `${table.title}（${table.name}.csv）`,
    fields: table.columns.map(({ name, description }): [string, string] => [name, description]),
    example: ({ library }: ValidLibrary) =>
      cut(
        csvOf(table, library, 1)
          .replace(/^\uFEFF/u, '')
          .trimEnd(),
      ),
  })),
  {
    id: 'graph',
    heading: '关系图（graph.json）',
    fields: fieldsOf(graphSchema),
    example: graphExample,
  },
  {
    id: 'texts',
    heading: '正文（texts.jsonl.gz）',
    fields: fieldsOf(lineSchema),
    example: ({ library }) => {
      const entry = [...library.entries.values()].find(({ blocks }) => blocks.length > 0);
      return entry ? cut(textLine(entry, entry.blocks.slice(0, 1))) : '';
    },
  },
];
