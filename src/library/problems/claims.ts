/** Faults of grounds: what an entry says and no quoted words say. */

export const groundProblems = {
  'quotation-without-document': {
    message: '引文没有写明出自哪份文件',
    hint: '请写上 in: 类别/文件名，如 in: replies/2021-46',
    explanation: '引文要能点回原文的那一段。',
    example: ['quote: 100万元', 'in: replies/2021-46\nquote: 100万元'],
  },
  'document-missing': {
    message: '所引文件 {key=replies/2021-64} 不存在',
    hint: ['最接近的是 {suggestion=2021-46}；或者新建 {key}.mdx', '请核对 id，或者新建 {key}.mdx'],
    explanation: '引文所在的文件须在本库中。',
    example: ['in: replies/2021-64', 'in: replies/2021-46'],
  },
  'quotation-missing': {
    message: '引文不在 {key=replies/2021-46} 中：“{quote=七个一机制}”',
    hint: [
      '这些文字在 {elsewhere} 中：请写 in: {elsewhere}',
      '引文须与原文一字不差且在同一段内；原文最接近处是：“{suggestion=“七个一”机制}”',
      '引文须与原文一字不差且在同一段内；原文中没有相近的文字',
    ],
    explanation: '本库的每句话都凭原文，所以引文连标点也须一致。',
    example: ['quote: 七个一机制', 'quote: “七个一”机制'],
  },
  'amount-unfounded': {
    message: '数额“{amount=1000万元}”不在其引文中',
    hint: '请照引文写数额和单位',
    explanation: '奖补和目标的数字是读者最要紧的信息。',
    example: ['amount: 1000 而引文写 100万元', 'amount: 100'],
  },
  'summary-unfounded': {
    message: '摘要说到“{value=2000}”，本条目的引文没有',
    hint: '请在 evidence 中引用写有它的原文，或照引文改写摘要',
    explanation: '摘要里的每个数字、年份、文号和书名号中的名称，都须出自本条目自己的引文。',
    example: ['summary: 安排400亿元，带动2000亿元', 'summary: 安排400亿元'],
  },
  'fact-unfounded': {
    message: '外部资料说到“{value=157}”，它的引文和来源没有',
    hint: '请把 quote 引得更长，或照引文改写 fact',
    explanation: '外部资料的一句话不能比它的引文说得更多。',
    example: ['fact: 有瞪羚企业157家。', '另引写有157家的原文，或删去这半句'],
  },
  'fact-no-sentence': {
    message: '外部资料不是一句完整的话',
    hint: '请写成有主语、以句号结尾的一句话：说的是谁、何时、什么口径',
    explanation: '这句话会单独出现在别的页面上，那里看不到本页的标题和说明。',
    example: ['fact: 做强其中30条', 'fact: 江苏省计划做强其中30条优势产业链。'],
  },
  'figure-unfounded': {
    message: '“{value=最高}”不在其引文中',
    hint: '请照引文写，或引用写有它的原文',
    explanation: '条件、渠道、上限和年份同样须出自引文。',
    example: ['ceiling: true 而引文没有“最高”', '删去 ceiling'],
  },
  'period-unfounded': {
    message: '有效期至 {date=2022-12-31} 不在其引文中',
    hint: '请引用写明期限的原文',
    explanation: '过期与否关系到能不能申报。',
    example: ['validUntil: 2022-12-31', '引用写明期限的那一句'],
  },
  'date-wording': {
    message: '“{value=三月中旬}”不在本条目的引文中',
    hint: '请照引文的写法写日期',
    explanation: 'dateText 是原文对日期的写法。',
    example: ['dateText: 三月中旬', 'dateText: 3月中旬'],
  },
  'date-unfounded': {
    message: '日期没有依据',
    hint: '请用 dateText 写出引文中的日期原文，如 3月中旬',
    explanation: '没有正文的条目，日期须写明原文怎么说。',
    example: ['date: 2021-03', 'date: 2021-03\ndateText: 3月中旬'],
  },
  'wording-unfounded': {
    message: '“{value=常工信复〔2021〕46号}”不在本条目的引文或正文中',
    hint: '请照原文写，或删去这一项',
    explanation: '发文字号、署名等官方要素照印，不推断。',
    example: ['number: 常工信复〔2021〕46号', 'number: 常工信复〔2021〕第46号'],
  },
  'tier-unfounded': {
    message: '目标规模 {tier=2000}亿元不在本条目的引文中',
    hint: '请引用写明规模的原文',
    explanation: '集群按目标规模分级。',
    example: ['tier: 2000', '另在 evidence 中引用写有 2000亿元 的一句'],
  },
  'validity-unfounded': {
    message: '有效性“{value=已废止}”没有依据',
    hint: '请引用写明有效性的原文，或删去这一项',
    explanation:
      '是否有效不可推断；不知道就是不详。已修改、已废止由 replaces 或 replacedBy 说明的，不必再引。',
    example: ['validity: 已废止', '另在 external 中写 provides: { validity: 已废止 }'],
  },
  'area-unfounded': {
    message: '代表领域“{value=新能源车}”不在本条目的引文中',
    hint: '请照引文的写法写',
    explanation: '领域的名称照原文。',
    example: ['fields: [新能源车]', 'fields: [新能源汽车]'],
  },
  'note-unfounded': {
    message: '校注所指的“{value=产业基础化}”不在正文中',
    hint: '请照原文写所指的文字，且在同一段内；若有 within，所指的文字须在其中',
    explanation: '校注挂在原文的字上。',
    example: ['on: 产业基础高级化', 'on: 产业基础化'],
  },
  'page-break-unfounded': {
    message: '原件换页处的“{value=以高端}”不在正文中',
    hint: '请照原文写换页前的文字，且在同一段内；若有 within，换页前的文字须在其中',
    explanation: '原件在哪里换页，由换页前的字指明。',
    example: ['on: 以高瑞', 'on: 以高端'],
  },
  'provided-unfounded': {
    message: '“{value=常办电[2021]39号}”不在这条外部资料的引文中',
    hint: '请照 quote 的写法写',
    explanation: '外部资料提供的值也须出自它自己的引文。',
    example: ['number: 常办电[2021]39号', 'number: 常办电〔2021〕39号'],
  },
} as const;

// Faults of what is said of progress, subjects, full names and outside facts.

export const progressProblems = {
  'status-twice': {
    message: '{key=replies/2021-46} 对这项举措已有一个状态',
    hint: '一份文件只说一个状态：请留下最能说明的一处；出自别的文件的，请写上 in',
    explanation: '页面写“这份文件在成文时说到了哪一步”，一份文件只能有一个答案。',
    example: ['status: 两项，都出自 replies/2021-46', '只留一项'],
  },
  'stated-by-missing': {
    message: '提出这项举措的文件 {key=replies/2021-64} 不存在',
    hint: '请核对“类别/文件名”，或删去这一项',
    explanation: 'statedBy 写出举措由哪份文件提出，须是本库的条目。',
    example: ['statedBy: replies/2021-64', 'statedBy: replies/2021-46'],
  },
  'subject-unfounded': {
    message: '引文没有点到主题“{title=人才}”',
    hint: '请改写为 { id, quote }，引用说明它属于这一主题的原文，或删去这一项',
    explanation: '同一主题的举措会互相列出，凭的是原文里的字。',
    example: ['subjects: [talent]', 'subjects: [{ id: talent, quote: 集聚人才来常创新创业 }]'],
  },
  'full-name-unfounded': {
    message: '机构全称“{title=常州市财政局}”不在本条目的引文或外部资料中',
    hint: '请引用写有全称的原文或外部资料，或在 nameBasis 中写明全称从何而来',
    explanation: '机构以全称立条，文中的简称写在 aliases；全称不能凭印象写。',
    example: ['title: 常州市财政局', 'title: 常州市财政局\nnameBasis: 文中称“市财政局”……'],
  },
  'summary-repeats': {
    message: '摘要只是重复标题',
    hint: '请删去 summary，或写出标题没有说到的内容：页面会列出它在上级中的位置和原文',
    explanation: '只重复标题的一句话，读者白读一遍。',
    example: ['summary: 培育智能制造新模式的举措。', '删去 summary'],
  },
  'external-twice': {
    message: '这条外部资料已写在 {key=clusters/new-energy}（{file=clusters/new-energy.mdx}）',
    hint: '一条外部资料只写在一个条目上：请删去这里的，在那里加上 concerns: [{own=clusters/new-materials}]',
    explanation: '同一条资料写在几处，改一处就会漏改别处；别的页面会自动指到这一处。',
    example: ['两个条目各写一遍', '写在一处，另一处用 concerns 指明'],
  },
  'external-not-official': {
    message: '{host=example.org} 不是政府网站，外部资料的 kind 却是 official',
    hint: '请按来源改写 kind；确是政府网站的，请把主机名写进 library.yaml 的 officialHosts',
    explanation:
      '读者会凭“政府网站”四个字相信一条资料，所以由网址核对：gov.cn 及 officialHosts 所列的才是。',
    example: [
      'source: { title: 某网站, kind: official, url: https://example.org/ }',
      'source: { title: 某网站, kind: institution, url: https://example.org/ }',
    ],
  },
  'external-concerns-itself': {
    message: '外部资料不必指向自己所在的条目',
    hint: '请删去这一项',
    explanation: 'concerns 写的是这条资料另外涉及的条目。',
    example: ['concerns: [本条目]', '删去 concerns'],
  },
  'external-concern-missing': {
    message: '外部资料所涉的条目 {key=clusters/new-enrgy} 不存在',
    hint: '请核对“类别/文件名”，或删去这一项',
    explanation: 'concerns 里的条目会显示指到这条资料的链接。',
    example: ['concerns: [clusters/new-enrgy]', 'concerns: [clusters/new-energy]'],
  },
} as const;
