/** The library's tables, for spreadsheets and for Frictionless Data. */
import type { Library } from '../../library/types.ts';
import { collectionLabels, UNSTATED } from '../../views/wording/labels.ts';
import { pagePath, sitePath, type SitePath } from '../../views/urls.ts';
import { place } from './entry-record.ts';
import { amount, perhaps, QUOTED, told, yesOrNo, type Table } from './table.ts';

/** The terms under which the data may be used. */
export const LICENCE = {
  name: 'CC-BY-4.0',
  title: '知识共享 署名 4.0 国际（CC BY 4.0）',
  path: 'https://creativecommons.org/licenses/by/4.0/',
};

/** @returns where a table lies */
export const tablePath = (name: string): SitePath => sitePath(`data/${name}.csv`);

const all = (library: Library) => [...library.entries.values()];
const DATE = '^\\d{4}(-\\d{2}(-\\d{2})?)?$';
const optional = ({ name, description }: { name: string; description: string }) =>
  perhaps(name, description);

const entries: Table = {
  name: 'entries',
  title: '条目一览',
  columns: [
    { ...told('条目', '类别和文件名，全库唯一'), constraints: { required: true, unique: true } },
    {
      ...told('类别', '所属类别'),
      constraints: { required: true, enum: Object.values(collectionLabels) },
    },
    told('标题', '标题'),
    perhaps('别名', '同指这一条目的其他写法，以顿号分隔'),
    perhaps('摘要', '一句话说明，编者所写'),
    {
      ...perhaps('日期', '年、年月或年月日，与来源同样精确'),
      constraints: { pattern: DATE },
    },
    perhaps('日期原文', '来源对日期的写法'),
    told('页面', '页面，从网站根目录算起'),
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
    told('依据', '规定这一奖补的条目的标题'),
    told('奖给', '奖给谁或什么'),
    amount('金额', '数额'),
    told('单位', '数额的单位'),
    yesOrNo('最高限额', '数额是否为上限'),
    perhaps('条件', '条件；空白是原文没有说'),
    ...QUOTED,
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
    told('条目', '提出目标的条目的标题'),
    told('目标', '目标的名称'),
    amount('数额', '数额'),
    told('单位', '数额的单位'),
    perhaps('措辞', '原文对数额上下的用词，如“突破”“余”'),
    { name: '期限', type: 'integer', description: '年份；空白是原文没有说' },
    yesOrNo('已有进展', '是已经达到的数，不是要达到的数'),
    ...QUOTED,
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
  title: '承诺与进展',
  columns: [
    told('举措', '举措的标题'),
    {
      ...told('状态', '文件所说的进展'),
      constraints: { required: true, enum: ['已完成', '进行中', '将开展', UNSTATED] },
    },
    perhaps('文件', '这样说的文件'),
    { ...perhaps('文件日期', '这份文件的日期'), constraints: { pattern: DATE } },
    ...QUOTED.map(optional),
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
    told('条目', '写明这一关系的条目'),
    told('关联条目', '所关联的条目'),
    told('字段', '关系的种类，如 clusters、issuers、partOf'),
    perhaps('依据', '写明关系的原话'),
    perhaps('出处', '原话所在的页面和段落'),
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
