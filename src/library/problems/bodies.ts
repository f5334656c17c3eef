/** Faults of a body: what could not be searched, quoted, linked or kept. */

export const bodyProblems = {
  'mdx-syntax': {
    message: 'MDX 语法错误：{reason=Expected a closing tag for <Addressee>}',
    hint: '字面的 { 和 < 请写成 \\{ 和 \\<；公文要素须成对，如 <Addressee>…</Addressee>',
    explanation: '.mdx 文件中，花括号和小于号有特别的意义。',
    example: ['<Addressee>市政协委员：', '<Addressee>市政协委员：</Addressee>'],
  },
  'body-html': {
    message: '正文中不能有 HTML',
    hint: '请只写文字与 Markdown；字面的小于号请写成 \\<',
    explanation: 'HTML 中的文字无法逐字核对，也可能带入不安全的内容。',
    example: ['第一条<br>第二条', '第一条\n\n第二条'],
  },
  'body-code': {
    message: '正文中不能有程序代码（{…}、import、export）',
    hint: '请只写文字与 Markdown；字面的花括号请写成 \\{',
    explanation: '正文是资料，不是程序：构建时不执行其中任何内容。',
    example: ['数量为{n}', '数量为\\{n\\}'],
  },
  'body-code-block': {
    message: '正文中不能有代码块',
    hint: '代码块中的文字无法检索和引用：请删去 ``` 两行',
    explanation: '代码块里的文字没有段落编号，读者引不到它。',
    example: ['```\n第一条\n```', '第一条'],
  },
  'body-image': {
    message: '正文中不能有图片',
    hint: '图片中的文字无法检索和引用：请把它写成文字',
    explanation: '图片里的字搜不到、读不出，也不能逐字核对。',
    example: ['![表](table.png)', '把表写成 Markdown 表格'],
  },
  'body-definition': {
    message: '正文中不能用 [甲]: 地址 的写法',
    hint: '请把链接写在所在之处：[文字](类别:id)',
    explanation: '链接写在文中，改动时才不会漏掉。',
    example: ['[计划]: policy:plan', '[计划](policy:plan)'],
  },
  'body-footnote': {
    message: '正文中不能有 Markdown 脚注',
    hint: '原文的注请写成正文的一段；编者的话请写在 notes 中',
    explanation: '原文与编者的话须分得清楚。',
    example: ['集群[^1]', '在 notes 中写 on 与 note'],
  },
  'part-unknown': {
    message: '正文中的 <{name=Adressee}> 不是公文要素',
    hint: ['最接近的是 <{suggestion=Addressee}>', '可用的有：{names}'],
    explanation: '公文要素的名称是固定的，写错了，版式和数据都会缺一块。',
    example: ['<Adressee>…</Adressee>', '<Addressee>…</Addressee>'],
  },
  'part-attribute': {
    message: '<{name=Masthead}> 里不能写属性',
    hint: '请只写 <{name}>…</{name}>：文字写在中间',
    explanation: '公文要素只有名称和其中的文字；写在属性里的，读者看不到，也可能是程序。',
    example: ['<Masthead x={1}>某某局</Masthead>', '<Masthead>某某局</Masthead>'],
  },
  'body-too-deep': {
    message: '引用或列表套得太深',
    hint: '请减少行首的 >、- 和编号：一份文件用不到几十层',
    explanation: '套得太深的正文排不出来，读它也要花很多时间。',
    example: ['一行里有几百个 >', '> 引用的文字'],
  },
  'body-too-many-signs': {
    message: '一段里的强调符号（星号、下划线、波浪线）超过 {count=2000} 处',
    hint: '请分成几段；不是强调的，请写成 \\* 和 \\_，或者删去',
    explanation: '一段里有几千处强调符号，多半是转换程序出的错，读它要花很多时间。',
    example: ['*a_ *a_ *a_ ……（几千处）', '只在要强调的字两边写 **'],
  },
  'link-address': {
    message:
      '链接 {url=https://www.gov.cn@example.org/} 不能用：{reason=网址中不能有用户名：@ 之前的不是网站}',
    hint: '请核对网址，照浏览器地址栏里的样子写，如 https://www.gov.cn/',
    explanation: '网址按浏览器的读法核对：读者点下去，只会到网页、邮件或本库的条目。',
    example: ['[通知](https://www.gov.cn@example.org/)', '[通知](https://www.gov.cn/)'],
  },
  'link-scheme': {
    message: '链接 {url=polic:plan} 的类别“{scheme=polic}”不存在',
    hint: ['最接近的是 {suggestion=policy}', '可用的有：{schemes}，以及 https、mailto'],
    explanation: '指向条目的链接写作“类别:文件名”。',
    example: ['[计划](polic:plan)', '[计划](policy:plan)'],
  },
} as const;

// Faults of names and relations: two that claim one name, one that leads nowhere.

export const nameProblems = {
  'name-short': {
    message: '名称“{name=链}”太短，不足两个字，无法在文中识别',
    hint: '请写两个字以上的名称',
    explanation: '文中每一处名称都会变成链接；一个字会误认太多。',
    example: ['aliases: [链]', 'aliases: [产业链]'],
  },
  'name-twice-here': {
    message: '名称“{name=行动计划}”在本条目中写了两次',
    hint: '请删去一处',
    explanation: '标题本身就是名称，不必再写进 aliases。',
    example: ['title: 行动计划\naliases: [行动计划]', 'title: 行动计划'],
  },
  'name-taken': {
    message: '名称“{name=实施细则}”已属于 {key=policies/a}（{file=policies/a.mdx}）',
    hint: '同一名称只能指一个条目：请改用更完整的名称，或从其中一个条目的 aliases 中删去；是两份同名文件的，请各写 number、issuers 或 date',
    explanation:
      '一个名称指两个条目时，链接不知道通向哪里。两份文件同名（第1号公告和第2号公告）而 number、issuers 或 date 不同时，可以并存：只写这个名称的地方不作链接。',
    example: ['两个条目都写 aliases: [实施细则]', '各写全称'],
  },
  'relation-missing': {
    message: '所关联的条目 {key=policies/plam} 不存在',
    hint: ['最接近的是 {suggestion=plan}；或者新建 {key}.mdx', '请核对 id，或者新建 {key}.mdx'],
    explanation: '关系两端都要有条目，读者才点得过去。',
    example: ['policies: [plam]', 'policies: [plan]'],
  },
  'relation-self': {
    message: '条目不能与自己关联',
    hint: '请删去这一项',
    explanation: '关系说明两个条目之间的事。',
    example: ['policies/plan.mdx 中写 policies: [plan]', '删去'],
  },
  'relation-unfounded': {
    message: '与 {key=policies/plan} 的关系没有依据',
    hint: '请在 evidence 中引用说明这一关系的原文',
    explanation: '本库每一条关系都能查到原文。',
    example: [
      'policies: [plan]',
      'policies: [plan]\nevidence:\n  - in: replies/2021-46\n    quote: …',
    ],
  },
  'part-of-itself': {
    message: '{chain=a → b → a}：条目成了自己的组成部分',
    hint: '请改正 partOf',
    explanation: '组成关系若首尾相接，条目不会出现在任何目录中。',
    example: ['a 的 partOf 为 b，b 的 partOf 为 a', '删去其中一个'],
  },
  'replaced-by-itself': {
    message: '{chain=old → new → old}：文件成了自己的前身',
    hint: '请改正 replaces 或 replacedBy',
    explanation: '替代关系有先后，不能首尾相接。',
    example: ['两份文件互写 replaces', '只由新文件写 replaces'],
  },
  'successor-missing': {
    message: '后来的文件 {key=policies/policy-2032} 不存在',
    hint: [
      '最接近的是 {suggestion=policy-2023}；本库没有的，请写 by: { title: 名称, number: 文号 }',
      '请核对 id；本库没有的，请写 by: { title: 名称, number: 文号 }',
    ],
    explanation: '读者要从旧文件找到现在该看的那一份。',
    example: ['by: policy-2032', 'by: policy-2023'],
  },
  'link-missing': {
    message: '链接所指的条目 {key=terms/seven} 不存在',
    hint: [
      '最接近的是 {suggestion=seven-ones}；或者新建 {key}.mdx',
      '请核对 id，或者新建 {key}.mdx',
    ],
    explanation: '正文中的链接须通向本库的条目。',
    example: ['[七个一](term:seven)', '[七个一](term:seven-ones)'],
  },
} as const;
