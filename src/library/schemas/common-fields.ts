/** Fields that an entry of any collection may have. */
import { z } from 'zod';
import { date, day, entryKey, id, relation, text, webAddress } from './values.ts';

/** Where an outside fact was read. */
const source = z
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
  .refine((from) => !(from.url && ['repost', 'mirror'].includes(from.kind)), {
    path: ['url'],
    message: '转载或镜像只能作“待核实”，不得链接：请删去 url',
  });

/** An amount that an outside fact tells, as a row of 奖补 beside those of the library's own documents. */
const outsideAmount = z.strictObject({
  name: text.describe('名目：给什么，给谁'),
  amount: z.number().positive().describe('数额，须在 quote 中'),
  unit: text.describe('单位，如 万元、元/月'),
  ceiling: z.boolean().optional().describe('数额是上限（最高）'),
  condition: text.optional().describe('条件，用编者的话；其中的数字须在 quote 中'),
  year: z.number().int().optional().describe('哪一年的规定'),
});

/** What another source says, and the words that say it. */
const outsideStatementFields = {
  fact: text.describe(
    '用编者的话陈述的一句话，以句号结尾：会单独出现在别的页面上，所以说的是谁、何时、什么口径都写在这一句里',
  ),
  quote: text.describe('一字不差的原文；中间有省略的写 ……'),
  source: source.describe('资料从哪里来'),
  confidence: z.enum(['high', 'medium', 'low']).describe('可信程度：high、medium 或 low'),
  note: text.optional().describe('只有本页读者需要的话；离不开这句话的限定写在 fact 里'),
};

/** A fact that the library's own documents do not state, with where it comes from. */
export const externalFact = z.strictObject({
  ...outsideStatementFields,
  provides: z
    .record(z.string(), text)
    .optional()
    .describe('这条资料提供的值，如 number；每个值须在 quote 中'),
  amounts: z.array(outsideAmount).optional().describe('这条资料说到的数额，列入“奖补”的外部资料表'),
  concerns: z.array(entryKey).optional().describe('还涉及哪些条目：它们会指到这里'),
});

/** What a later source says became of a policy. The policy's own `validity` is what the library's documents say. */
export const laterValidity = z.strictObject({
  ...outsideStatementFields,
  state: z
    .enum(['已废止', '已被取代', '已修订', '已有新版', '另有新文件'])
    .describe('后来怎样了：已有新版指同名的新文件；另有新文件指是否取代它未见明文'),
  by: z
    .union([
      id,
      z.strictObject({
        title: text.describe('后来那份文件的名称'),
        number: text.optional().describe('后来那份文件的文号，须在 quote 中'),
      }),
    ])
    .optional()
    .describe('凭哪份后来的文件：本库有的写它的 id（policies），没有的写名称和文号'),
  from: date.optional().describe('从什么时候起，与来源同样精确；来源没有说就不写'),
});

/** What an entry of every collection may have. Only the title is obligatory. */
export const commonFields = {
  title: text.describe('名称：读者所知的叫法；文中每次出现都成为链接'),
  aliases: z.array(text).optional().describe('别名：文中对它的其他叫法'),
  summary: text.optional().describe('一句话说明它是什么，须有 evidence 支持'),
  date: date.optional().describe('日期：年、年-月或年-月-日，须真实存在'),
  dateText: text.optional().describe('日期的原文写法，如 3月中旬'),
  added: day.optional().describe('收录日期：本库收入的那一天'),
  changed: day.optional().describe('更新日期：所说的内容最近改动的那一天'),
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
