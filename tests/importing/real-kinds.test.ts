/**
 * Kinds of documents as bureaus, courts, ministries and other regions send them, one row a kind: what an editor would have
 * typed. Names in them are invented. The inputs that were made after real files are read too, where they are beside the checkout.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { prepare } from '../../src/importing/prepare.ts';
import type { DraftBlock } from '../../src/importing/received.ts';

/** A short word for each official part, so that a document reads as a list. */
const SHORT: Record<string, string> = { DocumentTitle: 'Title', DocumentNumber: 'Number' };
const shown = (block: DraftBlock): string => {
  if (block.kind === 'table') return `Table ${block.rows.length}`;
  if (block.depth) return `${'#'.repeat(block.depth)} ${block.text}`;
  return block.part ? `${SHORT[block.part] ?? block.part} ${block.text}` : block.text;
};
const read = async (text: string) => {
  const { faults, draft, fields } = await prepare(new TextEncoder().encode(text), 'k.txt', [], {
    id: 'k',
  });
  assert.deepEqual(faults, []);
  return {
    shown: draft.blocks.map(shown),
    fields,
    doubts: draft.blocks.flatMap(({ doubts }) => doubts ?? []),
  };
};

const END = '某市科学技术局\n2024年5月6日';
/** The document; what must stand in what is read of it, in this order; what fields it has. */
const KINDS: Record<string, [text: string, blocks: string[], fields?: Record<string, unknown>]> = {
  'a registration number above the number': [
    `统一登记号：JXCR-2024-01001\n某政办发〔2024〕9号\n某市人民政府办公室\n关于印发《某市贯彻〈样本工作的\n若干措施〉方案》的通知\n各区：\n现通知如下。\n${END}`,
    [
      'Number 某政办发〔2024〕9号',
      'Title 某市人民政府办公室关于印发《某市贯彻〈样本工作的若干措施〉方案》的通知',
      'Addressee 各区：',
    ],
  ],
  'the number of a joint announcement': [
    `财政部　税务总局\n关于样本的公告\n财政部　税务总局公告2024年第7号\n现公告如下：\n特此公告。\n${END}`,
    ['Title 财政部　税务总局关于样本的公告', 'Number 财政部　税务总局公告2024年第7号'],
  ],
  'a letterhead 公告 above the title': [
    `国家税务总局\n公告\n2024年第12号\n关于样本征管的公告\n现公告如下：\n${END}`,
    ['Masthead 国家税务总局', 'Masthead 公告', 'Number 2024年第12号', 'Title 关于样本征管的公告'],
  ],
  minutes: [
    '某市人民政府专题会议纪要\n〔2024〕12号\n纪要如下：\n一、加强登记。',
    ['Title 某市人民政府专题会议纪要', 'Number 〔2024〕12号'],
  ],
  'a reply with a category, and two who sign it out': [
    `某市科学技术局\n某科复〔2024〕7号　　A类\n签发人：张某\n　　　　李某\n对市政协第0012号提案的答复\n张某委员：\n收悉。\n${END}`,
    [
      'Masthead 某市科学技术局',
      'Number 某科复〔2024〕7号',
      'A类',
      'Signatory 签发人：张某',
      'Signatory 李某',
      'Title 对市政协第0012号提案的答复',
      'Addressee 张某委员：',
    ],
  ],
  'an order and what it publishes': [
    '某部令\n第7号\n现公布《样本规定》。\n部　长　李某\n2024年5月6日\n样　本　规　定\n（2024年5月6日某部令第7号公布）\n第一章　总　则\n第一条　制定本规定。',
    [
      'Title 某部令',
      'Number 第7号',
      'Signature 部　长　李某',
      'Dateline 2024年5月6日',
      '## 样　本　规　定',
      '### 第一章　总　则',
    ],
    { title: '样本规定', number: '第7号', date: '2024-05-06' },
  ],
  'an order of appointment': [
    '某市人民政府令\n第8号\n任命张某为局长。\n市长　李某\n2024年5月6日',
    ['Title 某市人民政府令', 'Signature 市长　李某'],
    { title: '某市人民政府令第8号' },
  ],
  'a court announces an interpretation': [
    '最高人民法院公告\n《最高人民法院关于样本的解释》已于2024年4月1日通过，现予公布。\n最高人民法院\n2024年5月6日\n法释〔2024〕5号\n最高人民法院\n关于样本的解释\n（2024年4月1日审判委员会第1900次会议通过）\n第一条　样本包括水样。',
    [
      'Signature 最高人民法院',
      'Number 法释〔2024〕5号',
      '## 最高人民法院关于样本的解释',
      '（2024年4月1日审判委员会第1900次会议通过）',
      '第一条　样本包括水样。',
    ],
    { title: '最高人民法院关于样本的解释', number: '法释〔2024〕5号' },
  ],
  'an interpretation with its history': [
    '最高人民法院关于样本的解释\n\n2024年5月6日最高人民法院审判委员会第1900次会议通过\n\n2024年6月1日施行\n\n第一条　样本包括水样。',
    [
      'Title 最高人民法院关于样本的解释',
      '2024年5月6日最高人民法院审判委员会第1900次会议通过',
      '2024年6月1日施行',
      '第一条　样本包括水样。',
    ],
  ],
  'a date in brackets, with the author above it': [
    '某市关于样本工作的若干措施\n某市人民政府\n（2024年5月6日）\n提出如下措施。\n一、加强登记',
    [
      'Title 某市关于样本工作的若干措施',
      'Signature 某市人民政府',
      'Dateline （2024年5月6日）',
      '## 一、加强登记',
    ],
    { date: '2024-05-06', dateText: '2024年5月6日' },
  ],
  'a draft for comment': [
    '关于样本工作的意见\n（征求意见稿）\n市直各部门：\n意见如下。\n某市科学技术局\n2024年5月',
    [
      'Title 关于样本工作的意见（征求意见稿）',
      'Addressee 市直各部门：',
      'Signature 某市科学技术局',
      'Dateline 2024年5月',
    ],
    { date: '2024-05' },
  ],
  'dates in figures': [
    '关于样本的通知\n各区:\n现通知如下.\n某市科学技术局\n2024.5.6',
    ['Signature 某市科学技术局', 'Dateline 2024.5.6'],
    { date: '2024-05-06', dateText: '2024.5.6' },
  ],
  'nine bodies sign': [
    `关于样本的通知\n各区：\n现通知如下。\n${[...'甲乙丙丁戊己庚辛'].map((one) => `某市${one}局`).join('\n')}\n${END}`,
    [...[...'甲乙丙丁戊己庚辛'].map((one) => `Signature 某市${one}局`), 'Signature 某市科学技术局'],
  ],
  'annexes as a list above the signature': [
    `关于样本的公告\n现公告如下。\n附件：\n1.报名表\n2.承诺书\n${END}`,
    [
      'AttachmentNote 附件：',
      'AttachmentNote 1.报名表',
      'AttachmentNote 2.承诺书',
      'Signature 某市科学技术局',
    ],
  ],
  'an annex sent alone': [
    '附件1\n样本登记申请表\n填报单位：\n1.如实填写。',
    ['Attachment 附件1', 'Title 样本登记申请表', '填报单位：'],
    { title: '样本登记申请表' },
  ],
  'an annex with its title on one line': [
    '附件3：样本登记申请表\n单位：\n电话：',
    ['Attachment 附件3：', 'Title 样本登记申请表', '单位：', '电话：'],
  ],
  'a scheme below the notice that issues it, then its annexes': [
    `关于印发样本方案的通知\n各区：\n现印发给你们。\n${END}\n样本方案\n一、总体要求\n（一）目标\n加强登记。\n附件1\n任务表\n一、任务`,
    [
      'Dateline 2024年5月6日',
      '## 样本方案',
      '### 一、总体要求',
      '#### （一）目标',
      'Attachment 附件1',
      '## 任务表',
      '### 一、任务',
    ],
  ],
  'what a notice issues, below a signature and a date on one line': [
    '关于印发方案的通知\n各区：\n现印发给你们。\n某市科学技术局　2024年5月6日\n样本登记规定\n第一章　总则\n第一条　加强登记。',
    [
      'Signature 某市科学技术局',
      'Dateline 2024年5月6日',
      '## 样本登记规定',
      '### 第一章　总则',
      '第一条　加强登记。',
    ],
    { date: '2024-05-06' },
  ],
  'a page with boxes, a headline twice and when it was put up': [
    `首页 > 政务公开\n索 引 号：0001/2024\n发文字号：某科发〔2024〕7号\n关于样本的通知\n发布时间：2024-05-08　来源：某局　浏览次数：128\n关于样本的通知\n某科发〔2024〕7号\n各区：\n现通知如下。\n${END}`,
    ['Title 关于样本的通知', 'Number 某科发〔2024〕7号', 'Addressee 各区：'],
    { number: '某科发〔2024〕7号' },
  ],
  'figures of full width': [
    `某科发〔２０２４〕７号\n关于样本的通知\n各区：\n现通知如下。\n某市科学技术局\n２０２４年５月６日`,
    ['Number 某科发〔２０２４〕７号', 'Title 关于样本的通知', 'Dateline ２０２４年５月６日'],
    { date: '2024-05-06' },
  ],
  'whom it goes to and who gets a copy in two lines, two who sign in one': [
    '关于样本的通知\n各区人民政府，市各委办局，\n各高等院校：\n现通知如下。\n某市科学技术局　　某市财政局\n2024年5月6日\n抄送：市委办公室，\n市政协办公室。',
    [
      'Addressee 各区人民政府，市各委办局，各高等院校：',
      'Signature 某市科学技术局',
      'Signature 某市财政局',
      'Copies 抄送：市委办公室，市政协办公室。',
    ],
    { copies: '市委办公室，市政协办公室。' },
  ],
  'page numbers between the lines': [
    `关于样本的通知\n各区：\n　　样本登记工作由各区科技主管部门负责组织实施，登记内容包括名称\n— 1 —\n和采集地点。\n- 2 -\n${END}`,
    [
      '样本登记工作由各区科技主管部门负责组织实施，登记内容包括名称和采集地点。',
      `Signature 某市科学技术局`,
    ],
  ],
  'questions and answers': [
    '样本补助问答\n问题：\n补助什么？\n答：水样。',
    ['Title 样本补助问答', '问题：', '答：水样。'],
  ],
  'contents with pages': [
    '某市样本规定\n目　录\n第一章　总　则……………1\n第二章　附　则……………3\n第一章　总　则\n第一条　制定本规定。\n第二章　附　则\n第二条　本规定自公布之日起施行。',
    ['第一章　总　则……………1', '第二章　附　则……………3', '## 第一章　总　则', '## 第二章　附　则'],
  ],
  'books, their parts and 附则': [
    '某市样本规定\n第一编　总则\n第一分编　通则\n第一章　一般规定\n第一条　制定本规定。\n附　则\n第二条　施行。',
    ['## 第一编　总则', '### 第一分编　通则', '#### 第一章　一般规定', '## 附　则'],
  ],
  'a heading in two lines': [
    '某市样本办法\n第二章　样本的采集、运输、\n保存和销毁\n第二条　应当登记。',
    ['## 第二章　样本的采集、运输、保存和销毁', '第二条　应当登记。'],
  ],
  'a law of Taiwan as its ministry prints it': [
    '法規名稱：樣本管理法\n法規類別：行政＞樣本目\n修正日期：民國 113 年 05 月 06 日\n   第 一 章 總則\n第 1 條\n制定本法。\n第 1-1 條\n樣本包括水樣。',
    [
      'Title 樣本管理法',
      '法規類別：行政＞樣本目',
      '## 第 一 章 總則',
      '第 1 條',
      '制定本法。',
      '第 1-1 條',
    ],
    { title: '樣本管理法' },
  ],
  'a regulation of Macau': [
    '澳門特別行政區\n第5/2024號行政法規\n樣本規章\n行政長官制定本行政法規。\n第一條\n標的',
    ['Masthead 澳門特別行政區', 'Number 第5/2024號行政法規', 'Title 樣本規章', '第一條', '標的'],
  ],
};
for (const [kind, [text, blocks, fields = {}]] of Object.entries(KINDS))
  test(kind, async () => {
    const found = await read(text);
    let from = 0;
    for (const block of blocks) {
      const at = found.shown.indexOf(block, from);
      assert.ok(at >= 0, `${block}\nin\n${found.shown.join('\n')}`);
      from = at + 1;
    }
    for (const [name, value] of Object.entries(fields))
      assert.equal(found.fields[name], value, name);
  });

test('a thousand who sign are read whole, with a doubt', async () => {
  const names = Array.from(
    { length: 1000 },
    (_, i) =>
      `某市第${[...String(i)].map((d) => '〇一二三四五六七八九'[Number(d)]).join('')}样本局`,
  );
  const { shown: blocks, doubts } = await read(
    `关于样本的通知\n各区：\n现通知如下。\n${names.join('\n')}\n2024年5月6日`,
  );
  assert.equal(blocks.filter((one) => one.startsWith('Signature')).length, 1000);
  assert.match(doubts.join('\n'), /署名有 1000 行，多于通常/u);
});

const CASES = join(import.meta.dirname, '../../../shared/cases/import');
/** By file: what must be among what is read of it, or (a pattern) what must be said of it. */
const RECEIVED: Record<string, (string | RegExp)[]> = {
  'pdf-two-columns.pdf': ['Title 某市样本管理办法', 'Signature 某市科学技术局'],
  'pdf-two-columns-wide.pdf': ['Title 某市样本管理办法', 'Signature 某市科学技术局'],
  'pdf-superscript.pdf': ['样本¹应当登记，面积不少于20m²，CO₂浓度不高于10³ppm。'],
  'pdf-heading-joined.pdf': ['##### 第一节 范围', '第一条 为了规范样本，制定本规定。', '## 附则'],
  'pdf-row-over-pages.pdf': [
    'Attachment 附件1',
    'Title 样本项目计划表',
    'Table 47',
    /可能是上一页末行的余文/u,
  ],
  'pdf-printed-by-chromium.pdf': [
    '某市人民政府门户网站',
    'Title 关于加强样本管理的通知',
    'Number 某科发〔2024〕7号',
    'Addressee 各区科技局：',
  ],
  'docx-false-join.docx': ['本办法中对服务提供单位的考核由样本中心负责。'],
  'docx-false-join-decimals.docx': ['2 合同双方', '2.2 承包人（乙方）'],
  'heading-two-lines.docx': ['## 第五节　地方各级样本登记机构和地方各级样本保存机构'],
  'joint-letterhead-table.docx': [
    'Masthead 某市科学技术局',
    'Masthead 某市财政局 文件',
    'Title 关于加强样本管理的通知',
    'Signature 某市科学技术局',
    'Signature 某市财政局',
  ],
  'eight-signatories.txt': ['Signature 某市科学技术局', 'Signature 某市应急管理局'],
  'order-712.txt': ['Title 中华人民共和国国务院令', '## 样　本　条　例'],
  'judicial-interpretation.txt': ['Title 最高人民法院关于审理样本案件适用法律若干问题的解释'],
  'tw-moj-print.txt': ['Title 樣本管理法', '第 1 條'],
  'tw-law.txt': ['Title 樣本管理自治條例', '民國 112 年 9 月 27 日公布', '## 第 一 章 總則'],
  'registration-number.txt': [
    'Title 某市人民政府办公室关于印发《某市贯彻落实〈关于样本工作的若干政策措施〉实施方案》的通知',
    '## 某市贯彻落实《关于样本工作的若干政策措施》实施方案',
  ],
  'headline-twice.txt': ['Number 某科发〔2024〕7号', 'Addressee 各区科技局：'],
  'web-info-line.txt': ['Number 某科发〔2024〕7号', 'Addressee 各区科技局：'],
  'date-under-title.txt': ['Dateline （2024年5月6日）'],
  'announcement-number.txt': ['Number 财政部　税务总局公告2024年第7号'],
  'iso-date.txt': ['Signature 某市科学技术局', 'Dateline 2024-05-06'],
  'draft-for-comment.txt': ['Addressee 市直各部门：'],
  'annex-alone.docx': ['Attachment 附件1', 'Title 样本登记申请表'],
  'annex-colon.docx': ['Attachment 附件：'],
  'annex-colon-list.txt': [
    'AttachmentNote 1.报名表',
    'Signature 某市科学技术局',
    'Dateline 2024年5月6日',
  ],
  'question-answer.txt': ['问题：'],
  'notice-then-measures.docx': ['## 某市样本管理办法', '### 第一章　总则'],
  'toc.docx': ['第一章　总　　则', '## 第一章　总　　则'],
  'parts-and-final.docx': ['### 第一分编　通则', '## 附则'],
  'markdown.md': ['Title 某市样本管理办法', '## 第一章 总则', 'Table 2'],
};
if (existsSync(CASES)) {
  for (const [name, expected] of Object.entries(RECEIVED))
    test(`received: ${name}`, async () => {
      const prepared = await prepare(readFileSync(join(CASES, name)), name, [], { id: 'k' });
      assert.deepEqual(prepared.faults, []);
      const found = prepared.draft.blocks.map(shown);
      for (const one of expected)
        if (typeof one === 'string')
          assert.ok(found.includes(one), `${one}\nin\n${found.join('\n')}`);
        else assert.match(prepared.remarks.join('\n'), one);
    });
  test('received: two columns are read as the document from which they were printed', async () => {
    const of = async (name: string): Promise<string> => {
      const { draft } = await prepare(readFileSync(join(CASES, name)), name, [], { id: 'k' });
      return draft.blocks.map((block) => shown(block).replace(/\s+/gu, '')).join('\n');
    };
    const source = await of('pdf-two-columns.source.docx');
    assert.equal(await of('pdf-two-columns.pdf'), source);
    assert.equal(await of('pdf-two-columns-wide.pdf'), source);
  });
} else
  console.log(
    '../shared/cases/import is not beside this checkout: the received inputs were not read.',
  );

test('units whose figure was lost on the way to plain text are doubts', async () => {
  const { doubts } = await read(`关于样本的通知\n各区：\n面积20 m2，5万m3，见表m2。\n${END}`);
  assert.deepEqual(
    doubts.filter((doubt) => doubt.includes('上标')),
    ['“m2”像是丢了上标（m²、m³），请核对', '“m3”像是丢了上标（m²、m³），请核对'],
  );
});
