/** Which schema each collection has, with the fields of its own. */
import { z } from 'zod';
import { commonFields, laterValidity } from './common-fields.ts';
import { award, documentFields, editorialNote, pageBreak, statement, target } from './document.ts';
import { entryKey, id, relation, text } from './values.ts';
import type { Collection } from '../types.ts';

const level = z.enum(['国家', '省', '市', '区']).optional().describe('层级：国家、省、市或区');
const topics = z.array(text).optional().describe('主题');
const awards = z.array(award).optional().describe('奖补：给多少，给谁，凭哪句话');
const targets = z.array(target).optional().describe('目标：要达到或已达到的数，凭哪句话');
const remarks = {
  pageBreaks: z.array(pageBreak).optional().describe('原件换页之处'),
  notes: z.array(editorialNote).optional().describe('校注'),
};

/** 答复: an official reply, whole. Every field of its own stands in the body as printed. */
const reply = z.strictObject({
  ...commonFields,
  ...documentFields,
  level,
  topics,
  proposal: z
    .strictObject({
      number: text.describe('提案的编号，照印'),
      session: text.describe('哪次会议，照印'),
    })
    .optional()
    .describe('所答复的提案：编号和会议'),
  targets,
  ...remarks,
});

/** 政策: a plan, an opinion, a notice, a programme. */
const policy = z.strictObject({
  ...commonFields,
  /** Of these, what a document of this library gives; otherwise `external` provides it. */
  ...documentFields,
  kind: z
    .enum(['文件', '评选认定'])
    .optional()
    .describe('文件，或评选认定（没有文号、日期和正文的称号）；不写即文件'),
  level,
  validity: z
    .enum(['有效', '尚未生效', '已修改', '已废止', '不详'])
    .optional()
    .describe('有效性，须有依据；不写即不详'),
  laterValidity: z
    .array(laterValidity)
    .optional()
    .describe('后来的外部资料怎么说它的效力：页首显示“据外部资料”，不改变 validity'),
  replaces: z.array(relation).optional().describe('它取代的政策；两边的页面都会显示'),
  replacedBy: z.array(relation).optional().describe('取代它的政策，在对方没有写明时用'),
  topics,
  subjects: z
    .array(relation)
    .optional()
    .describe('同一主题：举措或其他政策也涉及的术语，须在引文或 quote 中点到'),
  awards,
  targets,
  ...remarks,
});

/** 举措: one thing that a document says is, or will be, done. */
const measure = z.strictObject({
  ...commonFields,
  partOf: id.optional().describe('所属的上级举措（id）'),
  statedBy: entryKey
    .optional()
    .describe('提出这项举措的文件，如 replies/2021-46；不写则为第一份政策，再则为引文所在的文件'),
  status: z
    .union([statement, z.array(statement)])
    .optional()
    .describe('部署与进展：每份文件怎么说，一份文件一条；不写即未说明'),
  subjects: z
    .array(relation)
    .optional()
    .describe('同一主题：其他举措也涉及的术语，须在引文或 quote 中点到'),
  awards,
  targets,
});

export const schemas = {
  replies: reply,
  policies: policy,
  measures: measure,
  /** 集群: an industrial cluster that is to be grown. */
  clusters: z.strictObject({
    ...commonFields,
    tier: z.number().positive().optional().describe('目标规模（亿元）'),
    fields: z.array(text).optional().describe('代表领域，逐个照引文写'),
    targets,
  }),
  /** 产业链: an industrial chain, or a field (产业领域) that a document names beside the chains. */
  chains: z.strictObject({
    ...commonFields,
    named: z.enum(['产业链', '产业领域']).optional().describe('文件的称呼：产业链或产业领域'),
    targets,
  }),
  /** 活动: a conference, a fair, a meeting. */
  events: z.strictObject({
    ...commonFields,
    status: z.enum(['已举行', '计划举办']).optional().describe('照文件写：已举行或计划举办'),
    targets,
  }),
  /** 机构: a body that a document names. */
  organisations: z.strictObject({
    ...commonFields,
    nameBasis: text
      .optional()
      .describe('名称依据：引文和外部资料里都没有这个全称时，写明全称从何而来'),
    level,
  }),
  /** 术语: a word or a formula that a reader may want explained. */
  terms: z.strictObject({ ...commonFields }),
} as const satisfies Record<Collection, unknown>;

/** Fields that several collections have, besides the common ones; a measure's status is one that a document states. */
const SHARED = ['awards', 'targets', 'notes', 'pageBreaks', 'subjects', 'laterValidity'];

/** @returns the names of the fields that one collection alone has, such as `tier`, `issuers`, `validity`, `partOf` */
export const ownFields = (collection: Collection): string[] =>
  Object.keys(schemas[collection].shape).filter(
    (name) =>
      !(name in commonFields) &&
      !SHARED.includes(name) &&
      !(collection === 'measures' && name === 'status'),
  );
