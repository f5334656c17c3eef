/** The library's tables, for spreadsheets and for Frictionless Data. */
import type { Library } from '../../library/types.ts';
import { collectionLabels, UNSTATED } from '../../views/wording/labels.ts';
import { pagePath, sitePath, type SitePath } from '../../views/urls.ts';
import { toCsv, type Cell } from './csv.ts';
import { place } from './entry-record.ts';

/** The terms under which the data may be used. */
export const LICENCE = {
  name: 'CC-BY-4.0',
  title: '知识共享 署名 4.0 国际（CC BY 4.0）',
  path: 'https://creativecommons.org/licenses/by/4.0/',
};

/** @returns where a table lies */
export const tablePath = (name: string): SitePath => sitePath(`data/${name}.csv`);

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

/** @returns the table as CSV */
export const csvOf = (table: Table, library: Library): string =>
  toCsv(
    table.columns.map(({ name }) => name),
    table.rows(library),
  );

const column =
  (type: Column['type'], constraints?: Column['constraints']) =>
  (name: string, description: string, more: Column['constraints'] = constraints): Column => ({
    name,
    type,
    description,
    ...(more && { constraints: more }),
  });
const REQUIRED = { required: true } as const;
const DATE = { pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' };
/** Columns of words that are never empty, and of words that may be: not known, or not said. */
const required = column('string', REQUIRED);
const optional = column('string');
const amount = column('number', REQUIRED);
const yesOrNo = column('boolean', REQUIRED);

/** The columns that say which words a row rests on. */
const quoted = (words: typeof required): Column[] => [
  words('原文', '所据的原话，逐字'),
  words('出处', '原话所在的页面和段落，从网站根目录算起：replies/2021-46.html#p3'),
];

const all = (library: Library) => [...library.entries.values()];

const entries: Table = {
  name: 'entries',
  title: '条目一览',
  columns: [
    required('条目', '类别和文件名，全库唯一', { required: true, unique: true }),
    required('类别', '所属类别', { required: true, enum: Object.values(collectionLabels) }),
    required('标题', '标题'),
    optional('别名', '同指这一条目的其他写法，以顿号分隔'),
    optional('摘要', '一句话说明，编者所写'),
    optional('日期', '年、年月或年月日，与来源同样精确', DATE),
    optional('日期原文', '来源对日期的写法'),
    required('页面', '页面，从网站根目录算起'),
  ],
  rows: (library) =>
    all(library).map((e) => [
      e.key,
      collectionLabels[e.collection],
      e.title,
      e.aliases,
      e.summary,
      e.date,
      e.dateText,
      pagePath(e.key),
    ]),
};

const awards: Table = {
  name: 'awards',
  title: '奖补',
  columns: [
    required('依据', '规定这一奖补的条目的标题'),
    required('奖给', '奖给谁或什么'),
    amount('金额', '数额'),
    required('单位', '数额的单位'),
    yesOrNo('最高限额', '数额是否为上限'),
    optional('条件', '条件；空白是原文没有说'),
    ...quoted(required),
  ],
  rows: (library) =>
    all(library).flatMap((e) =>
      e.awards.map((a) => [
        e.title,
        a.name,
        a.amount,
        a.unit,
        a.ceiling ?? false,
        a.condition,
        a.quote,
        place(library, a),
      ]),
    ),
};

const targets: Table = {
  name: 'targets',
  title: '目标',
  columns: [
    required('条目', '提出目标的条目的标题'),
    required('目标', '目标的名称'),
    amount('数额', '数额'),
    required('单位', '数额的单位'),
    optional('措辞', '原文对数额上下的用词，如“突破”“余”'),
    column('integer')('期限', '年份；空白是原文没有说'),
    yesOrNo('已有进展', '是已经达到的数，不是要达到的数'),
    ...quoted(required),
  ],
  rows: (library) =>
    all(library).flatMap((e) =>
      e.targets.map((t) => [
        e.title,
        t.name,
        t.amount,
        t.unit,
        t.bound,
        t.by,
        t.progress ?? false,
        t.quote,
        place(library, t),
      ]),
    ),
};

const progress: Table = {
  name: 'progress',
  title: '部署与进展',
  columns: [
    required('举措', '举措的标题'),
    required('状态', '文件所说的进展', {
      required: true,
      enum: ['已完成', '进行中', '将开展', UNSTATED],
    }),
    optional('文件', '这样说的文件'),
    optional('文件日期', '这份文件的日期', DATE),
    ...quoted(optional),
  ],
  rows: (library) =>
    library.list('measures').flatMap((e) => {
      const said = e.statements.map((s) => {
        const document = library.get(s.in);
        return [e.title, s.state, document.title, document.date, s.quote, place(library, s)];
      });
      return said.length > 0 ? said : [[e.title, UNSTATED, '', '', '', '']];
    }),
};

const toEntry = (fields: string) => ({
  fields,
  reference: { resource: 'entries', fields: '条目' },
});

const relations: Table = {
  name: 'relations',
  title: '条目之间的关系',
  columns: [
    required('条目', '写明这一关系的条目'),
    required('关联条目', '所关联的条目'),
    required('字段', '关系的种类，如 clusters、issuers、partOf'),
    optional('依据', '写明关系的原话'),
    optional('出处', '原话所在的页面和段落'),
  ],
  foreignKeys: [toEntry('条目'), toEntry('关联条目')],
  rows: (library) =>
    [...library.entries.values()].flatMap((e) =>
      library
        .related(e.key)
        .filter(({ direction }) => direction === 'out')
        .map(({ entry: other, field, quotation: cited }) => [
          e.key,
          other.key,
          field,
          cited?.quote,
          cited && place(library, cited),
        ]),
    ),
};

/** Every table, in the order in which they are listed. */
export const TABLES: readonly Table[] = [entries, awards, targets, progress, relations];
