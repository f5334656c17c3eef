/** Faults of a body: what could not be searched, quoted, linked or kept. */
import type { ProblemKind } from './kind.ts';

export const bodyProblems = {
  'mdx-syntax': {
    message: 'MDX 语法错误：{reason}',
    hint: '字面的 { 和 < 请写成 \\{ 和 \\<；公文要素须成对，如 <Addressee>…</Addressee>',
    explanation: '.mdx 文件中，花括号和小于号有特别的意义。',
    sample: { reason: 'Expected a closing tag for <Addressee>' },
    example: ['<Addressee>市政协委员：', '<Addressee>市政协委员：</Addressee>'],
  },
  'body-html': {
    message: '正文中不能有 HTML',
    hint: '请只写文字与 Markdown；字面的小于号请写成 \\<',
    explanation: 'HTML 中的文字无法逐字核对，也可能带入不安全的内容。',
    sample: {},
    example: ['第一条<br>第二条', '第一条\n\n第二条'],
  },
  'body-code': {
    message: '正文中不能有程序代码（{…}、import、export）',
    hint: '请只写文字与 Markdown；字面的花括号请写成 \\{',
    explanation: '正文是资料，不是程序：构建时不执行其中任何内容。',
    sample: {},
    example: ['数量为{n}', '数量为\\{n\\}'],
  },
  'body-code-block': {
    message: '正文中不能有代码块',
    hint: '代码块中的文字无法检索和引用：请删去 ``` 两行',
    explanation: '代码块里的文字没有段落编号，读者引不到它。',
    sample: {},
    example: ['```\n第一条\n```', '第一条'],
  },
  'body-image': {
    message: '正文中不能有图片',
    hint: '图片中的文字无法检索和引用：请把它写成文字',
    explanation: '图片里的字搜不到、读不出，也不能逐字核对。',
    sample: {},
    example: ['![表](table.png)', '把表写成 Markdown 表格'],
  },
  'body-definition': {
    message: '正文中不能用 [甲]: 地址 的写法',
    hint: '请把链接写在所在之处：[文字](类别:id)',
    explanation: '链接写在文中，改动时才不会漏掉。',
    sample: {},
    example: ['[计划]: policy:plan', '[计划](policy:plan)'],
  },
  'body-footnote': {
    message: '正文中不能有 Markdown 脚注',
    hint: '原文的注请写成正文的一段；编者的话请写在 notes 中',
    explanation: '原文与编者的话须分得清楚。',
    sample: {},
    example: ['集群[^1]', '在 notes 中写 on 与 note'],
  },
  'part-unknown': {
    message: '正文中的 <{name}> 不是公文要素',
    hint: ['最接近的是 <{suggestion}>', '可用的有：{names}'],
    explanation: '公文要素的名称是固定的，写错了，版式和数据都会缺一块。',
    sample: { name: 'Adressee', suggestion: 'Addressee' },
    example: ['<Adressee>…</Adressee>', '<Addressee>…</Addressee>'],
  },
  'part-attribute': {
    message: '<{name}> 里不能写属性',
    hint: '请只写 <{name}>…</{name}>：文字写在中间',
    explanation: '公文要素只有名称和其中的文字；写在属性里的，读者看不到，也可能是程序。',
    sample: { name: 'Masthead' },
    example: ['<Masthead x={1}>某某局</Masthead>', '<Masthead>某某局</Masthead>'],
  },
  'body-too-deep': {
    message: '引用或列表套得太深',
    hint: '请减少行首的 >、- 和编号：一份文件用不到几十层',
    explanation: '套得太深的正文排不出来，读它也要花很多时间。',
    sample: {},
    example: ['一行里有几百个 >', '> 引用的文字'],
  },
  'body-too-many-signs': {
    message: '一段里的 *、_、~~ 超过 {count} 处',
    hint: '请分成几段；不是强调的，请写成 \\* 和 \\_，或者删去',
    explanation: '一段里有几千处强调符号，多半是转换程序出的错，读它要花很多时间。',
    sample: { count: '2000' },
    example: ['*a_ *a_ *a_ ……（几千处）', '只在要强调的字两边写 **'],
  },
  'link-address': {
    message: '链接 {url} 不能用：{reason}',
    hint: '请核对网址，照浏览器地址栏里的样子写，如 https://www.gov.cn/',
    explanation: '网址按浏览器的读法核对：读者点下去，只会到网页、邮件或本库的条目。',
    sample: {
      url: 'https://www.gov.cn@example.org/',
      reason: '网址中不能有用户名：@ 之前的不是网站',
    },
    example: ['[通知](https://www.gov.cn@example.org/)', '[通知](https://www.gov.cn/)'],
  },
  'link-scheme': {
    message: '链接 {url} 的类别“{scheme}”不存在',
    hint: ['最接近的是 {suggestion}', '可用的有：{schemes}，以及 https、mailto'],
    explanation: '指向条目的链接写作“类别:文件名”。',
    sample: { url: 'polic:plan', scheme: 'polic', suggestion: 'policy' },
    example: ['[计划](polic:plan)', '[计划](policy:plan)'],
  },
} as const satisfies Record<string, ProblemKind>;
