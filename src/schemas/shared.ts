/** Fields and small types that several collections share. */
import { z } from 'zod';

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** YAML readers disagree on whether 2021 and 2021-03-01 are text: take them all as text. */
const dateText = (value: unknown): unknown => {
  if (typeof value === 'number') return String(value);
  return value instanceof Date ? value.toISOString().slice(0, 10) : value;
};

/**
 * Tells whether a day exists in the calendar.
 * @param date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 */
function existsInCalendar(date: string): boolean {
  if (!DATE.test(date)) return false;
  if (date.length < 10) return true;
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

/** A year, a month or a day that exists. */
export const date = z.preprocess(
  dateText,
  z
    .string()
    .refine(existsInCalendar, '不是存在的日期：请写 YYYY、YYYY-MM 或 YYYY-MM-DD，如 2021-05-20')
    .meta({ pattern: DATE.source }),
);

/** Text with something in it. */
export const text = z.string().trim().min(1, '不能为空');

/** An entry's id: the name of its file without the ending. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '须为小写英文字母、数字和连字符，如 rail-transit');

/** An entry of any collection: `replies/2021-46`. */
export const entryKey = z
  .string()
  .regex(/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/, '须写成“类别/文件名”，如 replies/2021-46');

/** A relation: an id, or an id with the words that show the relation. */
export const relation = z.union([
  id,
  z.strictObject({
    id: id.describe('所指条目的 id'),
    quote: text.describe('说明这一关系的原文，一字不差'),
    in: entryKey.optional().describe('引文所在的文件；不写则为依据的第一份，没有依据的为本文件'),
  }),
]);

/** One of the levels of government. */
export const level = z.enum(['国家', '省', '市', '区']);

/** A fact that the library's own documents do not state, with where it comes from. */
export const externalFact = z
  .strictObject({
    fact: text.describe('用编者的话陈述'),
    quote: text.describe('一字不差的原文'),
    source: z
      .strictObject({
        title: text.describe('来源的标题，可带日期'),
        /** official: a gov.cn site; repost: a copy of an article; mirror: an unofficial copy of an official page. */
        kind: z
          .enum(['official', 'institution', 'news', 'repost', 'mirror'])
          .describe(
            '来源的种类：official 政府网站，institution 机构网站，news 新闻，repost 转载，mirror 非官方的副本',
          ),
        url: z
          .url({ protocol: /^https?$/, error: '须为完整网址，如 https://example.org/' })
          .optional()
          .describe('网址；转载和副本不写'),
        date: date.optional().describe('来源发表的日期'),
      })
      .describe('资料从哪里来'),
    confidence: z.enum(['high', 'medium']).describe('可信程度：high 或 medium'),
    note: text.optional().describe('读者须先知道的话'),
    provides: z
      .record(z.string(), text)
      .optional()
      .describe('这条资料提供的值，如 number；每个值须在 quote 中'),
    concerns: z.array(entryKey).optional().describe('还涉及哪些条目：它们会指到这里'),
  })
  .refine((fact) => !(fact.source.url && ['repost', 'mirror'].includes(fact.source.kind)), {
    path: ['source', 'url'],
    message: '转载或镜像只能作“待核实”，不得链接：请删去 url',
  });

/** Money or support that a policy or measure grants. */
export const award = z.strictObject({
  name: text.describe('名目'),
  amount: z.number().positive().describe('数额，照引文'),
  unit: text.describe('单位，如 万元'),
  ceiling: z.boolean().optional().describe('数额是上限（最高）'),
  condition: text.optional().describe('条件，照原文'),
  channel: text.optional().describe('申报渠道，照原文；不写即不详'),
  validUntil: date.optional().describe('有效期至；不写即不详'),
  quote: text.describe('一字不差的原文'),
  in: entryKey.optional().describe('引文所在的文件；不写则为依据的第一份，没有依据的为本文件'),
});

/** A figure to be reached, or (with `progress`) one that the document says was reached. */
export const target = z.strictObject({
  name: text.describe('名目'),
  amount: z.number().positive().describe('数额，照引文'),
  unit: text.describe('单位，如 万元'),
  bound: text.optional().describe('界限用词，如 突破、余、超'),
  by: z.number().int().optional().describe('到哪一年'),
  progress: z.boolean().optional().describe('文件说已经达到的，写 true'),
  quote: text.describe('一字不差的原文'),
  in: entryKey.optional().describe('引文所在的文件；不写则为依据的第一份，没有依据的为本文件'),
});

/** A remark of the editors on words of the text (校注). */
export const editorialNote = z.strictObject({
  on: text.describe('所指的文字，照印'),
  within: text.optional().describe('包含所指文字、且全文只出现一次的一段话'),
  note: text.describe('校注：说明可能是什么意思、凭什么'),
});

/** A place where the original turned a page in the midst of a paragraph, which is joined here. */
export const pageBreak = z.strictObject({
  on: text.describe('换页前的最后几个字，照印'),
  within: text.optional().describe('包含换页处、且全文只出现一次的一段话'),
});

/** The file as received, kept unchanged in the folder `original`. */
export const original = z.strictObject({
  file: z
    .string()
    .regex(/^[\w.-]+$/u, '只写 original 文件夹中的文件名，由英文字母、数字、点和连字符组成')
    .describe('original 文件夹中的文件名'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, '须为 64 位小写十六进制数')
    .describe('原件的 SHA-256，64 位小写十六进制数'),
});

/** What an entry of every collection may have. Only the title is obligatory. */
export const commonFields = {
  title: text.describe('名称：读者所知的叫法；文中每次出现都成为链接'),
  aliases: z.array(text).optional().describe('别名：文中对它的其他叫法'),
  summary: text.optional().describe('一句话说明它是什么，须有 evidence 支持'),
  date: date.optional().describe('日期：年、年-月或年-月-日，须真实存在'),
  dateText: text.optional().describe('日期的原文写法，如 3月中旬'),
  added: date
    .refine((day) => day.length === 10, '请写出到日，如 2021-05-20')
    .optional()
    .describe('收录日期：本库收入的那一天'),
  changed: date
    .refine((day) => day.length === 10, '请写出到日，如 2021-05-20')
    .optional()
    .describe('更新日期：所说的内容最近改动的那一天'),
  formerIds: z.array(id).optional().describe('曾用的 id：旧网址会指到现在的页面'),
  order: z.number().optional().describe('在列表中的次序，小的在前'),
  replies: z.array(relation).optional().describe('相关的答复（id）'),
  policies: z.array(relation).optional().describe('相关的政策（id）'),
  measures: z.array(relation).optional().describe('相关的举措（id）'),
  clusters: z.array(relation).optional().describe('相关的集群（id）'),
  chains: z.array(relation).optional().describe('相关的产业链（id）'),
  events: z.array(relation).optional().describe('相关的活动（id）'),
  organisations: z.array(relation).optional().describe('相关的机构（id）'),
  terms: z.array(relation).optional().describe('相关的术语（id）'),
  evidence: z
    .array(
      z.strictObject({
        in: entryKey.describe('引文所在的文件，如 replies/2021-46'),
        quote: text.describe('一字不差的原文'),
      }),
    )
    .optional()
    .describe('依据：某份文件中一字不差的原文'),
  external: z.array(externalFact).optional().describe('外部资料：本库文件没有说、别处说的事实'),
};
