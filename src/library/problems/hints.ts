/** Hints: what an editor may want to look at. They stop nothing. */

export const hintProblems = {
  'hint-unlinked-name': {
    message: '“{name=产业链行动计划}”像是一个名称，本库没有这个条目',
    hint: [
      '最接近的名称是“{suggestion=产业强链三年行动计划}”：若是同一个，请写进它的 aliases',
      '若值得一页，请新建条目',
    ],
    explanation: '书名号中的文件名没有成为链接：可能漏写了别名，也可能本库还没有这份文件。',
    example: ['《产业链行动计划》', '在那份文件的 aliases 中写上“产业链行动计划”'],
  },
  'hint-unmentioned': {
    message: '没有任何条目提到它',
    hint: '请核对标题与别名是否照原文的写法；若确实无人提及，可以不理会',
    explanation: '别处没有提及的条目，读者只能从目录或搜索到达。',
    example: ['title: 行动计划（试行）', '加上原文的写法：aliases: [行动计划]'],
  },
  'hint-without-address': {
    message: '外部资料没有网址',
    hint: '若来源可以公开访问，请在 source 中写上 url',
    explanation: '有网址的来源，读者可以自己核对。',
    example: [
      'source: { title: 市政府网站, kind: official }',
      'source: { title: 市政府网站, kind: official, url: https://… }',
    ],
  },
  'hint-future-date': {
    message: '日期 {date=2201-05-20} 晚于今天（{today=2026-11-25}）',
    hint: '请核对年份；计划中的事请核对 status',
    explanation: '成文日期一般不会在将来，多半是笔误。',
    example: ['date: 2201-05-20', 'date: 2021-05-20'],
  },
  'hint-target-past': {
    message: '目标“{name=规模以上工业总产值}”的年份 {year=2022} 已过，没有写明结果',
    hint: '若有资料写明是否达成，请在 targets 中另写一条 progress: true，或写入 external',
    explanation: '读者会问目标达成没有；不知道就保持不详。',
    example: ['by: 2022', 'by: 2022，另写一条 progress: true 的结果'],
  },
  'hint-name-unquoted': {
    message: '摘要说到“{name=三年行动计划}”，本条目的引文没有点到它',
    hint: '请在 evidence 中引用点到它的原文，或从摘要里删去',
    explanation: '摘要里写到本库的另一条目，多半是在说两者的关系，那也要有原文。',
    example: ['summary: 三年行动计划的任务之一', '另在 evidence 中引用写有这份计划的一句'],
  },
  'hint-sources-differ': {
    message:
      '两条外部资料对“{name=number}”说法不同：“{before=常发〔2021〕1号}”和“{value=常发〔2021〕2号}”',
    hint: '两条都留下，并在各自的 fact 里写明另有一说；已知哪条有误的，写在 fact 里',
    explanation: '两处来源不合时，读者须同时看到两种说法。',
    example: ['fact: 文号为常发〔2021〕2号。', 'fact: 文号一处作常发〔2021〕2号，另一处作1号。'],
  },
  'hint-caveat-in-note': {
    message: '外部资料的限定“{value=口径}”只写在 note 里',
    hint: '请把离不开这句话的限定写进 fact：这条资料出现在别的页面上时，没有 note',
    explanation: '数字离开它的口径就会被误读。',
    example: ['note: 口径为营收', 'fact: 2022年前8个月，该集群营收（不是产值）接近3000亿元。'],
  },
  'hint-successor-outside': {
    message: '后来的文件“{title=关于促进创新发展的若干政策（2023年）}”不在本库',
    hint: '查到它的原文后请收入本库，并把 by 改成它的 id；查不到就保持这样',
    explanation: '读者会问现在该看哪份文件。',
    example: ['by: { title: 某政策, number: 某发〔2023〕5号 }', 'by: policy-2023'],
  },
} as const;
