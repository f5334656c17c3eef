/**
 * The documents that the tests of importing are made of: one of each kind, with every official part. All of
 * them are examples of no real body.
 */
export type Piece =
  | { part: string; text: string; align?: 'center' | 'right' }
  | { heading: number; text: string }
  | { text: string }
  | { rows: string[][] };

export interface Sample {
  name: string;
  pieces: Piece[];
}

const part = (name: string, text: string, align?: 'center' | 'right'): Piece => ({
  part: name,
  text,
  ...(align ? { align } : {}),
});
const heading = (depth: number, text: string): Piece => ({ heading: depth, text });
const text = (words: string): Piece => ({ text: words });

const BODY = '示例市产业发展局';
const LONG =
  '为检验导入程序，这一段写得足够长，使它在任何一种版式中都要折行，并且包含数字2024、百分之30、英文缩写AI以及“引号”《书名号》（括号）等各种标点，读者不应把它当作任何机关的意见。';
const MARKUP =
  '文中可能出现 <b>标记</b>、<script>alert(1)</script>、{花括号}、*星号*、_下划线_、`反引号`、[方括号](地址)、5~10、A&amp;B、1. 与 # 等字样，导入后仍是文字。';

export const NOTICE: Sample = {
  name: 'notice',
  pieces: [
    part('CopyNumber', '000001'),
    part('Classification', '秘密★1年'),
    part('Urgency', '特急'),
    part('Masthead', `${BODY}文件`, 'center'),
    part('DocumentNumber', '示产发〔2024〕7号', 'center'),
    part('DocumentTitle', '示例市产业发展局关于做好示例工作的通知', 'center'),
    part('Addressee', '各示例区产业发展局，各有关单位：'),
    text(`现就示例工作通知如下。${LONG}`),
    heading(2, '一、总体要求'),
    heading(3, '（一）示例目标'),
    text(LONG),
    heading(3, '（二）示例原则'),
    text(`一是讲清楚。${LONG}${LONG}`),
    heading(2, '二、工作安排'),
    text('1.按示例办理。'),
    text('2.按期限报送。'),
    part('AttachmentNote', '附件：1.示例任务表'),
    part('AttachmentNote', '2.示例名单'),
    part('Signature', BODY, 'right'),
    part('Dateline', '2024年3月8日', 'right'),
    part('Annotation', '（此件公开发布）'),
    part('Attachment', '附件1'),
    heading(2, '示例任务表'),
    {
      rows: [
        ['序号', '任务', '完成时间'],
        ['1', '编写示例', '2024年6月'],
        ['2', '检查示例', '2024年9月'],
      ],
    },
    part('Attachment', '附件2'),
    heading(2, '示例名单'),
    text('示例单位甲。'),
    part('Copies', '抄送：示例市人民政府办公室。'),
    part('Printing', '示例市产业发展局办公室 2024年3月8日印发'),
  ],
};

export const OPINION: Sample = {
  name: 'opinion',
  pieces: [
    part('Masthead', '示例市人民政府文件', 'center'),
    part('DocumentNumber', '示政发〔2023〕15号', 'center'),
    part('DocumentTitle', '关于推进示例产业集群发展的实施意见', 'center'),
    part('Addressee', '各示例区人民政府，市各委办局：'),
    text(LONG),
    heading(2, '一、主要任务'),
    text(`（一）建设示例平台。${LONG}`),
    text(`（二）培育示例企业。${LONG}`),
    heading(2, '二、保障措施'),
    text(MARKUP),
    part('Signature', '示例市人民政府', 'right'),
    part('Dateline', '2023年11月30日', 'right'),
    part('Copies', '抄送：示例市委各部门，示例市人大常委会办公室。'),
    part('Printing', '示例市人民政府办公室 2023年12月1日印发'),
  ],
};

export const REPLY: Sample = {
  name: 'reply',
  pieces: [
    part('Masthead', `${BODY}文件`, 'center'),
    part('DocumentNumber', '示产复〔2022〕9号'),
    part('Signatory', '签发人：示例'),
    part('DocumentTitle', '关于对示例市政协一届二次会议提案第0001号的答复', 'center'),
    part('Addressee', '示例委员：'),
    text('您提出的关于示例工作的提案收悉，现答复如下：'),
    text(LONG),
    part('Handler', '经办人：示例'),
    part('Phone', '联系电话：00000000'),
    part('Signature', BODY, 'right'),
    part('Dateline', '二〇二二年六月二十一日', 'right'),
    part('Copies', '抄送：示例市政协提案委。'),
  ],
};

const ANNOUNCEMENT: Sample = {
  name: 'announcement',
  pieces: [
    part('DocumentTitle', '示例市产业发展局公告', 'center'),
    part('DocumentNumber', '2024年第3号', 'center'),
    text(`现将示例事项公告如下。${LONG}`),
    text('特此公告。'),
    part('Signature', BODY, 'right'),
    part('Dateline', '2024年1月2日', 'right'),
  ],
};

export const LETTER: Sample = {
  name: 'letter',
  pieces: [
    part('Masthead', BODY, 'center'),
    part('DocumentNumber', '示产函〔2021〕31号', 'right'),
    part('DocumentTitle', '关于商请提供示例数据的函', 'center'),
    part('Addressee', '示例市统计局：'),
    text(`${LONG}${LONG}`),
    text('专此函达。'),
    part('Signature', BODY, 'right'),
    part('Dateline', '2021年9月17日', 'right'),
    part('Annotation', '（联系人：示例；联系电话：00000000）'),
  ],
};

export const REGULATION: Sample = {
  name: 'regulation',
  pieces: [
    part('DocumentTitle', '示例市示例事务管理办法', 'center'),
    heading(2, '第一章 总则'),
    text('第一条 为了示范，制定本办法。'),
    text(`第二条 本办法适用于示例。${LONG}`),
    text('前款所称示例，是指没有效力的文字。'),
    heading(2, '第二章 示例管理'),
    heading(3, '第一节 一般示例'),
    text('第三条 示例分为下列几类：'),
    text('（一）第一类示例；'),
    text('（二）第二类示例。'),
    heading(2, '第三章 附则'),
    text('第四条 本办法自示例之日起施行。'),
  ],
};

const TASKS = Array.from({ length: 45 }, (_, i) => [
  String(i + 1),
  `示例任务第${i + 1}项`,
  `示例处室${(i % 4) + 1}`,
]);

export const PLAN: Sample = {
  name: 'plan',
  pieces: [
    part('DocumentTitle', '示例市示例产业三年行动计划', 'center'),
    text(LONG),
    heading(2, '一、发展目标'),
    text(`到2026年，示例数量达到100个。${LONG}`),
    {
      rows: [
        ['指标', '单位', '2026年'],
        ['示例数量', '个', '100'],
        ['示例比例', '%', '30'],
      ],
    },
    heading(2, '二、重点任务'),
    text(LONG),
    part('AttachmentNote', '附件：示例任务分工表'),
    part('Attachment', '附件'),
    heading(2, '示例任务分工表'),
    { rows: [['序号', '任务', '责任单位'], ...TASKS] },
  ],
};

export const SAMPLES = [NOTICE, OPINION, REPLY, ANNOUNCEMENT, LETTER, REGULATION, PLAN];
