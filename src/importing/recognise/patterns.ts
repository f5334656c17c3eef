/** How the parts of an official document are worded: GB/T 9704—2012 《党政机关公文格式》, chapter 7. Pure. */

/** 份号: six Arabic figures, with or without №. */
export const COPY_NUMBER = /^(?:№|No\.?|NO\.?|份号[：:])?\s*\d{6}$/u;
/** 密级和保密期限: 机密★1年. */
export const SECRECY = /^(?:绝\s*密|机\s*密|秘\s*密)(?:\s*[★☆*]\s*(?:\S{1,8})?)?$/u;
/** 紧急程度; 特提、加急 and so on are of telegrams. */
export const URGENCY = /^(?:特\s*急|加\s*急|特\s*提|平\s*急)$/u;
/** 发文机关标志 ends in 文件, or is the name of the body alone. */
export const MASTHEAD = /^[^，。；：:“”《》〔〕\d]{2,60}文\s*件$/u;
/** A body's name, alone on its line. */
export const BODY_NAME =
  /^[^，。；：:“”《》〔〕？！、\d]{1,40}(?:人民政府|政府|委员会|办公厅|办公室|指挥部|领导小组|委|局|厅|部|院|处|中心|协会|联合会|法院|检察院|公司|大学|学院|银行|署|会|社|办)$/u;
/** 发文字号: 常办电〔2021〕39号; a 令 has 第12号. Slips of brackets and 第 stay. */
export const NUMBER =
  /^(?:[^\s，。；：:〔\[［（(]{1,20}\s*[〔\[［（(【]\s*(?:19|20)\d{2}\s*[〕\]］）)】]\s*第?\s*\d{1,5}\s*号|(?:(?:19|20)\d{2}\s*年?\s*)?第\s*(?:\d{1,5}|[〇零一二三四五六七八九十百]{1,7})\s*号|[（(]第\s*\S{1,6}\s*号[）)])$/u;
/** 签发人 may stand on the line of the number, as in an upward document. */
export const NUMBER_AND_SIGNATORY = /^(.*号)\s*(签\s*发\s*人\s*[：:].*)$/u;

export const LABELLED: readonly [part: string, pattern: RegExp][] = [
  ['Signatory', /^签\s*发\s*人\s*[：:]/u],
  ['Handler', /^(?:经\s*办\s*人|承\s*办\s*人)\s*[：:]/u],
  ['Phone', /^(?:联系)?电\s*话\s*[：:]/u],
];
export const COPIES = /^(?:抄\s*送|抄\s*报|分\s*送)\s*[：:]/u;
/** 印发机关和印发日期, on one line. */
export const PRINTING =
  /^\S.{0,60}?\s*(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印\s*发$/u;
export const PRINTING_OFFICE = /^[^，。；：:]{2,40}(?:办公厅|办公室|局|委|部|厅|会)\s+印\s*发$/u;

const YEAR = '(?:(?:19|20)\\d{2}|[〇○ＯO零一二三四五六七八九]{4})';
const FIGURE = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
/** 成文日期, alone or after the name of the body. */
export const DATE = new RegExp(`${YEAR}\\s*年\\s*${FIGURE}\\s*月\\s*${FIGURE}\\s*日`, 'u');
export const DATELINE = new RegExp(`^${DATE.source}$`, 'u');
export const SIGNED_DATE = new RegExp(`^(\\S.{1,40}?)\\s+(${DATE.source})$`, 'u');

/** 附注, in round brackets below the date. */
export const ANNOTATION = /^[（(].{2,120}[）)]$/u;
/** 附件说明 names the annexes below the text; 附件 alone, or with its number, heads one. */
export const ATTACHMENT_NOTE = /^附\s*件\s*[：:]\s*\S/u;
export const ATTACHMENT =
  /^附\s*[件表录]\s*(?:[\d一二三四五六七八九十]{1,3}(?:[-－—]\d{1,2})?)?\s*[：:]?$/u;
export const ITEM = /^\d{1,2}\s*[.．、]\s*\S/u;

/** 主送: ends in a colon, says nothing else. */
const ADDRESSEE = /^[^。；！？“”]{2,200}[：:]$/u;
const INTRODUCES = /(?:如下|以下|下列|包括|为|是|有|通知|公告|通告|答复|决定|意见)[：:]$/u;
export const isAddressee = (text: string): boolean =>
  ADDRESSEE.test(text) && !INTRODUCES.test(text) && !LEVEL_START.test(text);

/** 文种: with one of these a title is whole (《党政机关公文处理工作条例》第八条, and regulations). */
export const KIND =
  /(?:决\s*议|决\s*定|命\s*令|令|公\s*报|公\s*告|通\s*告|意\s*见|通\s*知|通\s*报|报\s*告|请\s*示|批\s*复|议\s*案|函|纪\s*要|答复|复函|条\s*例|规\s*定|办\s*法|细\s*则|规\s*则|章程|方\s*案|规\s*划|计\s*划|纲\s*要|要\s*点|措\s*施|政\s*策|制度|指南|目录|名单|标准|法|机制|倡议书|公开信|信)(?:[（(][^）)]*[）)])*$/u;

/** How a numbered line of an official text begins: 第一章、第二条、一、（一）、1.、（1）. */
export const LEVEL_START =
  /^(?:第[〇零一二三四五六七八九十百千\d]+[编章节条款]|[〇零一二三四五六七八九十百]+、|[（(][〇零一二三四五六七八九十百]+[）)]|\d{1,3}\s*[.．、](?!\d)|[（(]\d{1,3}[）)]|[①-⑳])/u;

/** Levels that head a section, from the widest, with the form of their lines. */
const HEADINGS: readonly RegExp[] = [
  /^第[〇零一二三四五六七八九十百\d]+编(?:\s|$|[^，。])/u,
  /^第[〇零一二三四五六七八九十百\d]+章(?:\s|$|[^，。])/u,
  /^第[〇零一二三四五六七八九十百\d]+节(?:\s|$|[^，。])/u,
  /^[一二三四五六七八九十百]+、/u,
  /^[（(][一二三四五六七八九十百]+[）)]/u,
];
/** A heading says no whole sentence and is not longer than two lines of print. */
export const LONGEST_HEADING = 56;
const SENTENCE = /[。；！？：:]/u;
export const headingLevel = (text: string): number =>
  [...text].length > LONGEST_HEADING || SENTENCE.test(text)
    ? -1
    : HEADINGS.findIndex((pattern) => pattern.test(text));
