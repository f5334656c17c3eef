/** Faults of names and relations: two that claim one name, one that leads nowhere. */
import type { ProblemKind } from './kind.ts';

export const nameProblems = {
  'name-short': {
    message: '名称“{name}”太短，不足两个字，无法在文中识别',
    hint: '请写两个字以上的名称',
    explanation: '文中每一处名称都会变成链接；一个字会误认太多。',
    sample: { name: '链' },
    example: ['aliases: [链]', 'aliases: [产业链]'],
  },
  'name-twice-here': {
    message: '名称“{name}”在本条目中写了两次',
    hint: '请删去一处',
    explanation: '标题本身就是名称，不必再写进 aliases。',
    sample: { name: '行动计划' },
    example: ['title: 行动计划\naliases: [行动计划]', 'title: 行动计划'],
  },
  'name-taken': {
    message: '名称“{name}”已属于 {key}（{file}）',
    hint: '同一名称只能指一个条目：请改用更完整的名称，或从其中一个条目的 aliases 中删去；是两份同名文件的，请各写 number、issuers 或 date',
    explanation:
      '一个名称指两个条目时，链接不知道通向哪里。两份文件同名（第1号公告和第2号公告）而 number、issuers 或 date 不同时，可以并存：只写这个名称的地方不作链接。',
    sample: { name: '实施细则', key: 'policies/a', file: 'policies/a.mdx' },
    example: ['两个条目都写 aliases: [实施细则]', '各写全称'],
  },
  'relation-missing': {
    message: '所关联的条目 {key} 不存在',
    hint: ['最接近的是 {suggestion}；或者新建 {key}.mdx', '请核对 id，或者新建 {key}.mdx'],
    explanation: '关系两端都要有条目，读者才点得过去。',
    sample: { key: 'policies/plam', suggestion: 'plan' },
    example: ['policies: [plam]', 'policies: [plan]'],
  },
  'relation-self': {
    message: '条目不能与自己关联',
    hint: '请删去这一项',
    explanation: '关系说明两个条目之间的事。',
    sample: {},
    example: ['policies/plan.mdx 中写 policies: [plan]', '删去'],
  },
  'relation-unfounded': {
    message: '与 {key} 的关系没有依据',
    hint: '请在 evidence 中引用说明这一关系的原文',
    explanation: '本库每一条关系都能查到原文。',
    sample: { key: 'policies/plan' },
    example: [
      'policies: [plan]',
      'policies: [plan]\nevidence:\n  - in: replies/2021-46\n    quote: …',
    ],
  },
  'part-of-itself': {
    message: '{chain}：条目成了自己的组成部分',
    hint: '请改正 partOf',
    explanation: '组成关系若首尾相接，条目不会出现在任何目录中。',
    sample: { chain: 'a → b → a' },
    example: ['a 的 partOf 为 b，b 的 partOf 为 a', '删去其中一个'],
  },
  'replaced-by-itself': {
    message: '{chain}：文件成了自己的前身',
    hint: '请改正 replaces 或 replacedBy',
    explanation: '替代关系有先后，不能首尾相接。',
    sample: { chain: 'old → new → old' },
    example: ['两份文件互写 replaces', '只由新文件写 replaces'],
  },
  'successor-missing': {
    message: '后来的文件 {key} 不存在',
    hint: [
      '最接近的是 {suggestion}；本库没有的，请写 by: { title: 名称, number: 文号 }',
      '请核对 id；本库没有的，请写 by: { title: 名称, number: 文号 }',
    ],
    explanation: '读者要从旧文件找到现在该看的那一份。',
    sample: { key: 'policies/policy-2032', suggestion: 'policy-2023' },
    example: ['by: policy-2032', 'by: policy-2023'],
  },
  'link-missing': {
    message: '链接所指的条目 {key} 不存在',
    hint: ['最接近的是 {suggestion}；或者新建 {key}.mdx', '请核对 id，或者新建 {key}.mdx'],
    explanation: '正文中的链接须通向本库的条目。',
    sample: { key: 'terms/seven', suggestion: 'seven-ones' },
    example: ['[七个一](term:seven)', '[七个一](term:seven-ones)'],
  },
} as const satisfies Record<string, ProblemKind>;
