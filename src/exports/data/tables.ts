/**
 * The library's tables, for spreadsheets and for Frictionless Data: CSV (RFC 4180), with a byte-order mark so that
 * spreadsheets read Chinese, and with cells that a spreadsheet would take for a formula kept as text by a leading `'`
 * (OWASP, “CSV Injection”). Written by csv-stringify (MIT, no dependencies), which does both; Papa Parse guards formulas
 * too, but leaves the mark to its caller.
 */
import { stringify } from 'csv-stringify/sync';
import type { Entry, Library, Quotation, Statement } from '../../library/types.ts';
import { withoutControlCharacters } from '../../text/safe-text.ts';
import { pagePath, sitePath, type SitePath } from '../../views/urls.ts';
import { collectionLabels, UNSTATED } from '../../views/wording/labels.ts';
import { edgesOf } from './graph.ts';
import { place } from './records.ts';

/** The terms under which the data may be used. */
export const LICENCE = {
  name: 'CC-BY-4.0',
  title: '知识共享 署名 4.0 国际（CC BY 4.0）',
  path: 'https://creativecommons.org/licenses/by/4.0/',
};

/** What may stand in a cell: undefined is an empty cell, a list is joined by 、 */
type Cell = string | number | boolean | string[] | undefined;

/** A column, as a field of Frictionless Table Schema (specs.frictionlessdata.io/table-schema). */
export interface Column {
  name: string;
  type: 'string' | 'number' | 'integer' | 'boolean';
  description: string;
  constraints?: { required?: true; unique?: true; enum?: string[]; pattern?: string };
}

export interface Table {
  /** Names the file: `data/<name>.csv`. */
  name: string;
  title: string;
  columns: Column[];
  /** Columns whose values are those of a column of another table. */
  foreignKeys?: { fields: string; reference: { resource: string; fields: string } }[];
  rows: (library: Library) => Cell[][];
}

/** @returns where a table lies */
export const tablePath = (name: string): SitePath => sitePath(`data/${name}.csv`);

/**
 * @param header names of the columns
 * @param rows as many cells each
 * @returns the file's text; a boolean is 是 or 否
 */
export function toCsv(header: string[], rows: Cell[][]): string {
  const joined = rows.map((row) =>
    row.map((cell) => (Array.isArray(cell) ? cell.join('、') : cell)),
  );
  return stringify([header, ...joined], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/u,
    cast: {
      string: withoutControlCharacters,
      boolean: (value) => (value ? '是' : '否'),
      number: (value) => ({ value: String(value), escape_formulas: false }),
    },
  });
}

/** @returns the table as CSV */
export const csvOf = ({ columns, rows }: Table, library: Library): string =>
  toCsv(
    columns.map(({ name }) => name),
    rows(library),
  );

/** A column with what its cells hold; `!` marks one that has no empty cells: all is known and said. */
type Filled<Row> = [
  name: string,
  type: `${Column['type']}${'' | '!'}`,
  description: string,
  cell: (row: Row, library: Library, entry: Entry) => Cell,
  constraints?: Column['constraints'],
];

/** @param rowsOf what each entry states, a row each */
function table<Row>(
  name: string,
  title: string,
  rowsOf: (entry: Entry, library: Library) => Row[],
  filled: Filled<Row>[],
): Table {
  const columns = filled.map(([column, type, description, , more]): Column => {
    const required = type.endsWith('!') && { required: true as const };
    return {
      name: column,
      type: type.replace('!', '') as Column['type'],
      description,
      ...((required || more) && { constraints: { ...required, ...more } }),
    };
  });
  const rows = (library: Library) =>
    [...library.entries.values()].flatMap((entry) =>
      rowsOf(entry, library).map((row) => filled.map(([, , , cell]) => cell(row, library, entry))),
    );
  return { name, title, columns, rows };
}

const DATE = { pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' };
const KINDS = { enum: Object.values(collectionLabels) };
const STATES = { enum: ['已完成', '进行中', '将开展', UNSTATED] };

/** The place of the words that a row rests on, if it states any. */
const placeOf = ({ in: document, quote }: Partial<Quotation>, library: Library): Cell =>
  document && quote !== undefined ? place(library, { in: document, quote }) : undefined;

/** The title of the entry that states a row. */
const titleOf = (_: unknown, __: Library, { title }: Entry): Cell => title;

/** The columns that say which words a row rests on. */
const quoted = (type: 'string' | 'string!'): Filled<Partial<Quotation>>[] => [
  ['原文', type, '所据的原话，逐字', ({ quote }) => quote],
  ['出处', type, '原话所在的页面和段落，从网站根目录算起：replies/2021-46.html#p3', placeOf],
];

/** Of a measure of which nothing is said, a row that says so. */
const saidOf = ({ collection, statements }: Entry): Partial<Statement>[] =>
  collection === 'measures' && statements.length === 0 ? [{}] : statements;

const relationsOf = ({ key }: Entry, library: Library) =>
  edgesOf(library, key).map(({ quotation, ...edge }) => ({ ...edge, ...quotation }));

/** Every table, in the order in which they are listed. */
export const TABLES: readonly Table[] = [
  table('entries', '条目一览', (entry) => [entry], [
    ['条目', 'string!', '类别和文件名，全库唯一', ({ key }) => key, { unique: true }],
    ['类别', 'string!', '所属类别', ({ collection }) => collectionLabels[collection], KINDS],
    ['标题', 'string!', '标题', ({ title }) => title],
    ['别名', 'string', '同指这一条目的其他写法，以顿号分隔', ({ aliases }) => aliases],
    ['摘要', 'string', '一句话说明，编者所写', ({ summary }) => summary],
    ['日期', 'string', '年、年月或年月日，与来源同样精确', ({ date }) => date, DATE],
    ['日期原文', 'string', '来源对日期的写法', ({ dateText }) => dateText],
    ['页面', 'string!', '页面，从网站根目录算起', ({ key }) => pagePath(key)],
  ]),
  table('awards', '奖补', ({ awards }) => awards, [
    ['依据', 'string!', '规定这一奖补的条目的标题', titleOf],
    ['奖给', 'string!', '奖给谁或什么', ({ name }) => name],
    ['金额', 'number!', '数额', ({ amount }) => amount],
    ['单位', 'string!', '数额的单位', ({ unit }) => unit],
    ['最高限额', 'boolean!', '数额是否为上限', ({ ceiling }) => ceiling ?? false],
    ['条件', 'string', '条件；空白是原文没有说', ({ condition }) => condition],
    ...quoted('string!'),
  ]),
  table('targets', '目标', ({ targets }) => targets, [
    ['条目', 'string!', '提出目标的条目的标题', titleOf],
    ['目标', 'string!', '目标的名称', ({ name }) => name],
    ['数额', 'number!', '数额', ({ amount }) => amount],
    ['单位', 'string!', '数额的单位', ({ unit }) => unit],
    ['措辞', 'string', '原文对数额上下的用词，如“突破”“余”', ({ bound }) => bound],
    ['期限', 'integer', '年份；空白是原文没有说', ({ by }) => by],
    ['已有进展', 'boolean!', '是已经达到的数，不是要达到的数', (row) => row.progress ?? false],
    ...quoted('string!'),
  ]),
  table('progress', '部署与进展', saidOf, [
    ['举措', 'string!', '举措的标题', titleOf],
    ['状态', 'string!', '文件所说的进展', ({ state }) => state ?? UNSTATED, STATES],
    ['文件', 'string', '这样说的文件', (row, { entries }) => row.in && entries.get(row.in)?.title],
    [
      '文件日期',
      'string',
      '这份文件的日期',
      (row, { entries }) => row.in && entries.get(row.in)?.date,
      DATE,
    ],
    ...quoted('string'),
  ]),
  {
    ...table('relations', '条目之间的关系', relationsOf, [
      ['条目', 'string!', '写明这一关系的条目', ({ from }) => from],
      ['关联条目', 'string!', '所关联的条目', ({ to }) => to],
      ['字段', 'string!', '关系的种类，如 clusters、issuers、partOf', ({ field }) => field],
      ['依据', 'string', '写明关系的原话', ({ quote }) => quote],
      ['出处', 'string', '原话所在的页面和段落', placeOf],
    ]),
    foreignKeys: ['条目', '关联条目'].map((fields) => ({
      fields,
      reference: { resource: 'entries', fields: '条目' },
    })),
  },
];
