/** Faults of what is said of progress, subjects, full names and outside facts. */
import type { ProblemKind } from './kind.ts';

export const progressProblems = {
  'status-twice': {
    message: '{key} 对这项举措已有一个状态',
    hint: '一份文件只说一个状态：请留下最能说明的一处；出自别的文件的，请写上 in',
    explanation: '页面写“这份文件在成文时说到了哪一步”，一份文件只能有一个答案。',
    sample: { key: 'replies/2021-46' },
    example: ['status: 两项，都出自 replies/2021-46', '只留一项'],
  },
  'stated-by-missing': {
    message: '提出这项举措的文件 {key} 不存在',
    hint: '请核对“类别/文件名”，或删去这一项',
    explanation: 'statedBy 写出举措由哪份文件提出，须是本库的条目。',
    sample: { key: 'replies/2021-64' },
    example: ['statedBy: replies/2021-64', 'statedBy: replies/2021-46'],
  },
  'subject-unfounded': {
    message: '引文没有点到主题“{title}”',
    hint: '请改写为 { id, quote }，引用说明它属于这一主题的原文，或删去这一项',
    explanation: '同一主题的举措会互相列出，凭的是原文里的字。',
    sample: { title: '人才' },
    example: ['subjects: [talent]', 'subjects: [{ id: talent, quote: 集聚人才来常创新创业 }]'],
  },
  'full-name-unfounded': {
    message: '机构全称“{title}”不在本条目的引文或外部资料中',
    hint: '请引用写有全称的原文或外部资料，或在 nameBasis 中写明全称从何而来',
    explanation: '机构以全称立条，文中的简称写在 aliases；全称不能凭印象写。',
    sample: { title: '常州市财政局' },
    example: ['title: 常州市财政局', 'title: 常州市财政局\nnameBasis: 文中称“市财政局”……'],
  },
  'summary-repeats': {
    message: '摘要只是重复标题',
    hint: '请删去 summary，或写出标题没有说到的内容：页面会列出它在上级中的位置和原文',
    explanation: '只重复标题的一句话，读者白读一遍。',
    sample: {},
    example: ['summary: 培育智能制造新模式的举措。', '删去 summary'],
  },
  'external-twice': {
    message: '这条外部资料已写在 {key}（{file}）',
    hint: '一条外部资料只写在一个条目上：请删去这里的，在那里加上 concerns: [{own}]',
    explanation: '同一条资料写在几处，改一处就会漏改别处；别的页面会自动指到这一处。',
    sample: {
      key: 'clusters/new-energy',
      file: 'clusters/new-energy.mdx',
      own: 'clusters/new-materials',
    },
    example: ['两个条目各写一遍', '写在一处，另一处用 concerns 指明'],
  },
  'external-not-official': {
    message: '{host} 不是政府网站，外部资料的 kind 却是 official',
    hint: '请按来源改写 kind；确是政府网站的，请把主机名写进 library.yaml 的 officialHosts',
    explanation:
      '读者会凭“政府网站”四个字相信一条资料，所以由网址核对：gov.cn 及 officialHosts 所列的才是。',
    sample: { host: 'example.org' },
    example: [
      'source: { title: 某网站, kind: official, url: https://example.org/ }',
      'source: { title: 某网站, kind: institution, url: https://example.org/ }',
    ],
  },
  'external-concerns-itself': {
    message: '外部资料不必指向自己所在的条目',
    hint: '请删去这一项',
    explanation: 'concerns 写的是这条资料另外涉及的条目。',
    sample: {},
    example: ['concerns: [本条目]', '删去 concerns'],
  },
  'external-concern-missing': {
    message: '外部资料所涉的条目 {key} 不存在',
    hint: '请核对“类别/文件名”，或删去这一项',
    explanation: 'concerns 里的条目会显示指到这条资料的链接。',
    sample: { key: 'clusters/new-enrgy' },
    example: ['concerns: [clusters/new-enrgy]', 'concerns: [clusters/new-energy]'],
  },
} as const satisfies Record<string, ProblemKind>;
