/** Faults of files: what cannot be read, or would silently be left out. */

export const fileProblems = {
  'not-utf8': {
    message: '文件不是 UTF-8 编码',
    hint: '请在编辑器中另存为 UTF-8',
    explanation: '记事本等程序可能按 GBK 存盘，其中的汉字在别的电脑上会变成乱码。',
    example: ['以 GBK（ANSI）存盘的 policies/plan.mdx', '另存为 UTF-8 的同一文件'],
  },
  'character-forbidden': {
    message: '有看不见的字符 {character=U+202E}',
    hint: '请删去这个字符：它是控制字符，或者会颠倒文字的方向',
    explanation:
      '这样的字符印不出来，却能让网页和终端显示的与所写的不同。多半是从别处复制时带来的。',
    example: ['标题里夹着 U+202E 的文件', '重新打一遍那几个字'],
  },
  'file-link': {
    message: '是符号链接，没有读它所指的文件',
    hint: '请把文件本身放进内容文件夹，删去这个链接',
    explanation:
      '符号链接可能指向内容文件夹之外，那里的文件不应公开。有符号链接时，整个文件夹都不读。',
    example: ['policies/plan.mdx → 别处的文件', 'policies/plan.mdx 就是那个文件'],
  },
  'file-empty': {
    message: '文件是空的',
    hint: '请至少写上标题：---\\ntitle: …\\n---',
    explanation: '每个条目至少要有标题，读者才知道它是什么。',
    example: ['（空文件）', '---\ntitle: 三年行动计划\n---'],
  },
  'frontmatter-missing': {
    message: '文件开头没有以 --- 起止的属性区',
    hint: '请至少写上标题：---\\ntitle: …\\n---',
    explanation: '标题、日期等属性写在文件开头两行 --- 之间，其后才是正文。',
    example: ['title: 三年行动计划', '---\ntitle: 三年行动计划\n---'],
  },
  'yaml-syntax': {
    message: 'YAML 语法错误：{reason=Missing closing "quote}',
    hint: '请检查缩进、冒号后的空格和成对的引号',
    explanation: '属性区用 YAML 书写：一行一项，冒号后空一格，下一级缩进两格。',
    example: ['title: "三年行动计划', 'title: 三年行动计划'],
  },
  'id-not-ascii': {
    message: '文件名“{id=计划}”不能用作 id',
    hint: '请用小写英文字母、数字和连字符，如 rail-transit.mdx',
    explanation: '文件名就是网址的一部分，公开以后不再改变，所以只用到处都能书写的字符。',
    example: ['policies/计划.mdx', 'policies/three-year-plan.mdx'],
  },
  'id-of-device': {
    message: '文件名“{id=con}”是 Windows 的设备名',
    hint: '请换一个名字，如 con-2021.mdx',
    explanation: 'Windows 上不能有叫这个名字的文件：内容文件夹和归档在那里都打不开。',
    example: ['policies/con.mdx', 'policies/con-2021.mdx'],
  },
  'id-too-long': {
    message: '文件名“{id=a-very-very-long-name}”超过 {most=70} 个字符',
    hint: '请换一个短的名字，如 three-year-plan.mdx',
    explanation: '路径太长的文件，在 Windows 上解压归档时会写不出来。',
    example: ['把整个标题译成英文作文件名', '用几个字的简称'],
  },
  'id-twice': {
    message: '与 {file=policies/plan.md} 的 id 相同',
    hint: '请改名，或删去其中一个',
    explanation: '.md 与 .mdx 同名时，两者会占用同一个网址。',
    example: ['policies/plan.md 与 policies/plan.mdx', '只留一个'],
  },
  'file-ending': {
    message: '不是 .mdx 或 .md 文件，不会被收录',
    hint: '请改名为 .mdx 或 .md，或移出内容文件夹',
    explanation: '内容文件夹中只收条目；收到的原件放在 original 文件夹。',
    example: ['policies/plan.txt', 'policies/plan.mdx'],
  },
  'file-outside': {
    message: '文件不在任何类别之中，不会被收录',
    hint: '请移入所属类别的文件夹：{collections=replies、policies、measures}',
    explanation: '条目属于哪一类，由所在的文件夹说明。',
    example: ['plan.mdx', 'policies/plan.mdx'],
  },
  'folder-unknown': {
    message: '没有名为“{folder=policy}”的类别，其中的文件不会被收录',
    hint: ['最接近的是 {suggestion=policies}', '可用的类别：{collections}'],
    explanation: '文件夹的名字是固定的几个，写错一个字母，其中的条目就会全部漏掉。',
    example: ['policy/plan.mdx', 'policies/plan.mdx'],
  },
  'config-missing': {
    message: '找不到文件',
    hint: '请在内容文件夹中写上 library.yaml：id、name、description、language',
    explanation: 'library.yaml 说明这是谁的资料库，每个网页的标题都要用到。',
    example: [
      '（没有 library.yaml）',
      'id: my-library\nname: 某市政策库\ndescription: …\nlanguage: zh-CN',
    ],
  },
  'address-lost': {
    message: '公开过的地址 {address=policies/three-year-plan.html} 不见了',
    hint: '改名的条目请在属性区写上 formerIds: [{id=three-year-plan}]，旧地址便通向新页',
    explanation:
      '公开过的地址别人已经引用。content/addresses.txt 记着每一个；npm run addresses 添上新的，从不删旧的。',
    example: ['把 three-year-plan.mdx 改名为 action-plan.mdx', 'formerIds: [three-year-plan]'],
  },
  'former-id-taken': {
    message: '旧 id“{id=three-year-plan}”已属于 {file=policies/action-plan.mdx}',
    hint: '一个旧地址只能通向一处：请从其中一个条目的 formerIds 里删去',
    explanation: '读者从旧地址来，只能去一个地方。',
    example: ['两个条目都写 formerIds: [three-year-plan]', '只留在改了名的那一个'],
  },
  'original-missing': {
    message: '找不到原件 {file=original/notice.docx}',
    hint: '请把收到的文件放回 original 文件夹，或删去 original',
    explanation: '条目写明了它照哪个收到的文件录入，那个文件随归档保存。',
    example: ['original 文件夹里没有 notice.docx', '把收到的 notice.docx 放回去'],
  },
  'original-changed': {
    message: '原件 {file=original/notice.docx} 与导入时不同：SHA-256 是 {sha256=9f86d081…}',
    hint: '原件不得改动：请换回收到的文件；若换了新的原件，请核对正文并改写 sha256',
    explanation: 'SHA-256 是文件的指纹：差一个字节也会不同。',
    example: ['用 Word 另存过的 notice.docx', '收到时的 notice.docx'],
  },
} as const;

// Faults of the frontmatter: fields that do not exist, are missing, or hold what they cannot.

export const fieldProblems = {
  'field-unknown': {
    message: '没有名为“{field=titel}”的字段',
    hint: ['最接近的是 {suggestion=title}', '可用的字段：{fields}'],
    explanation: '写错名字的字段不会显示在任何页面上。',
    example: ['titel: 三年行动计划', 'title: 三年行动计划'],
  },
  'field-missing': {
    message: '缺少字段 {field=title}',
    hint: '请写上 {field}: …',
    explanation: '没有这一项，条目就不完整。',
    example: ['---\ndate: 2021\n---', '---\ntitle: 三年行动计划\ndate: 2021\n---'],
  },
  'field-type': {
    message: '字段 {field=aliases} 的类型不对',
    hint: '这里须是{type=列表}',
    explanation: '例如别名须写成列表，数额须是数字。',
    example: ['aliases: 行动计划', 'aliases: [行动计划]'],
  },
  'field-choice': {
    message: '字段 {field=level} 的值“{value=市级}”不在可用的值之中',
    hint: '可用的值：{values=国家、省、市、区}',
    explanation: '这一字段用于筛选，只能从几个固定的值中选。',
    example: ['level: 市级', 'level: 市'],
  },
  'field-form': {
    message: '字段 {field=policies.0} 的写法不对：{reason=须为小写英文字母、数字和连字符}',
    hint: '{remedy=请照此改正}',
    explanation: '这一字段有两种以上写法，所写的都不是。',
    example: ['policies: [三年行动计划]', 'policies: [three-year-plan]'],
  },
  'field-value': {
    message:
      '字段 {field=date}：{reason=不是存在的日期：请写 YYYY、YYYY-MM 或 YYYY-MM-DD，如 2021-05-20}',
    hint: '请照此改正',
    explanation: '值的写法不合这一字段的要求；消息中写明了要求。',
    example: ['date: 2021-02-30', 'date: 2021-02-28'],
  },
} as const;
