/** What the page 数据 shows of each file: its first line of content, as it stands there. */
import type { ValidLibrary } from '../../content/read-library.ts';
import { entryRecord } from './entry-record.ts';
import { graphOf } from './graph.ts';
import { toCsv } from './csv.ts';
import type { Table } from './tables.ts';
import { textLine } from './texts.ts';

/** The longest example: a text may be any length. */
const LONGEST = 600;

const cut = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}……` : text;

/** @returns the heading of a table and its first row; the heading alone where it has none */
export function tableExample({ library }: ValidLibrary, { columns, rows }: Table): string {
  const header = columns.map(({ name }) => name);
  return cut(
    toCsv(header, rows(library).slice(0, 1))
      .replace(/^\uFEFF/u, '')
      .trimEnd(),
  );
}

/** @returns the record of the first term, which is short; else of the first entry */
export function recordExample({ library }: ValidLibrary): string {
  const entry = library.list('terms')[0] ?? [...library.entries.values()][0];
  return entry ? cut(JSON.stringify(entryRecord(library, entry), null, 1)) : '';
}

/** @returns one entry and one relation of the graph */
export function graphExample({ library }: ValidLibrary): string {
  const { nodes, edges } = graphOf(library);
  return [nodes[0], edges[0]].flatMap((item) => (item ? [JSON.stringify(item)] : [])).join('\n');
}

/** @returns the first paragraph of the first text */
export function textExample({ library }: ValidLibrary): string {
  const entry = [...library.entries.values()].find(({ blocks }) => blocks.length > 0);
  return entry ? cut(textLine(entry, entry.blocks.slice(0, 1))) : '';
}
