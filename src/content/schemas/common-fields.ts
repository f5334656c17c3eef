/** Fields that an entry of any collection may have. */
import { z } from 'zod';
import { date, entryKey, id, relation, text, webAddress } from './values.ts';

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
        url: webAddress.optional().describe('网址；转载和副本不写'),
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
