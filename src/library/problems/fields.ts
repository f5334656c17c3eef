/** Faults of the frontmatter: fields that do not exist, are missing, or hold what they cannot. */
import type { ProblemKind } from './kind.ts';

export const fieldProblems = {
  'field-unknown': {
    message: '没有名为“{field}”的字段',
    hint: ['最接近的是 {suggestion}', '可用的字段：{fields}'],
    explanation: '写错名字的字段不会显示在任何页面上。',
    sample: { field: 'titel', suggestion: 'title' },
    example: ['titel: 三年行动计划', 'title: 三年行动计划'],
  },
  'field-missing': {
    message: '缺少字段 {field}',
    hint: '请写上 {field}: …',
    explanation: '没有这一项，条目就不完整。',
    sample: { field: 'title' },
    example: ['---\ndate: 2021\n---', '---\ntitle: 三年行动计划\ndate: 2021\n---'],
  },
  'field-type': {
    message: '字段 {field} 的类型不对',
    hint: '这里须是{type}',
    explanation: '例如别名须写成列表，数额须是数字。',
    sample: { field: 'aliases', type: '列表' },
    example: ['aliases: 行动计划', 'aliases: [行动计划]'],
  },
  'field-choice': {
    message: '字段 {field} 的值“{value}”不在可用的值之中',
    hint: '可用的值：{values}',
    explanation: '这一字段用于筛选，只能从几个固定的值中选。',
    sample: { field: 'level', value: '市级', values: '国家、省、市、区' },
    example: ['level: 市级', 'level: 市'],
  },
  'field-form': {
    message: '字段 {field} 的写法不对：{reason}',
    hint: '{remedy}',
    explanation: '这一字段有两种以上写法，所写的都不是。',
    sample: { field: 'policies.0', reason: '须为小写英文字母、数字和连字符', remedy: '请照此改正' },
    example: ['policies: [三年行动计划]', 'policies: [three-year-plan]'],
  },
  'field-value': {
    message: '字段 {field}：{reason}',
    hint: '请照此改正',
    explanation: '值的写法不合这一字段的要求；消息中写明了要求。',
    sample: {
      field: 'date',
      reason: '不是存在的日期：请写 YYYY、YYYY-MM 或 YYYY-MM-DD，如 2021-05-20',
    },
    example: ['date: 2021-02-30', 'date: 2021-02-28'],
  },
} as const satisfies Record<string, ProblemKind>;
