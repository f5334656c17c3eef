/**
 * What a line of an official text is, by its own words: GB/T 9704—2012《党政机关公文格式》, chapter 7, and what bureaus, courts
 * and sites really print. Lines are read in Simplified characters and without spaces, so 發文字號 and 机　密 need no
 * forms of their own. Pure.
 */
import { simplified } from '../../text/simplified.ts';
import { labelOf } from '../../text/structure/labels.ts';
import { isHeadingLine } from '../../text/structure/recognise.ts';
import { plainWords } from '../received.ts';

/** @returns a line as the forms below read it: its words alone, without spaces, in Simplified characters and plain figures */
export const tight = (text: string): string =>
  simplified(plainWords(text).replace(/\s+/gu, '')).replace(/[０-９]/gu, (figure) =>
    figure.normalize('NFKC'),
  );

const FIGURE = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const YEAR =
  '(?:(?:19|20)\\d{2}|[〇○ＯO零一二三四五六七八九]{4}|(?:中华)?民国(?:\\d{1,3}|[一二三四五六七八九十百]{1,6}))';
/** A day in words, in a tight line. */
const DAY = `${YEAR}年${FIGURE}月${FIGURE}日`;
/** A day or a month as a line of its own writes it: also 2024-05-06, 2024.5.6. */
const WHOLE_DATE = `(?:${DAY}|(?:19|20)\\d{2}[-./]\\d{1,2}[-./]\\d{1,2}日?)`;
const IN_FIGURES = new RegExp(DAY, 'u');

const BODY =
  '(?:人民政府|政府|行政区|委员会|办公厅|办公室|指挥部|领导小组|总局|总署|委|局|厅|部|院|处|中心|协会|学会|联合会|法院|检察院|公司|集团|大学|学院|银行|署|会|社|办|联盟|基金|站|所)';
const BODY_NAME = new RegExp(`^[^，。；：:“”《》〔〕？！\\d]{1,60}${BODY}$`, 'u');
/** 文种: with one of these a title is whole (《党政机关公文处理工作条例》第八条, and regulations). */
const KIND =
  /(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通知书|通报|报告|请示|批复|批示|议案|函|纪要|答复|条例|规例|规定|规程|准则|通则|办法|细则|规则|规章|章程|方案|预案|规划|计划|纲要|要点|措施|政策|制度|指南|须知|目录|清单|名单|标准|规范|法|法典|机制|倡议书|公开信|信|解释|批注|协议|合同|申请表|登记表|计划表|任务表|一览表|汇总表|分工表|Ordinance|Regulations?|Rules|Act)(?:[（(][^）)]*[）)])*$/u;

/** 发文字号 in its forms; slips of brackets and 第 stay. */
const NUMBERS = [
  // 常办电〔2021〕39号; minutes have no name before it.
  '[^，。；：:〔\\[［（(《》]{0,24}[〔\\[［（(【](?:19|20)\\d{2}[〕\\]］）)】]第?\\d{1,5}[号期]',
  // 第12号, 2024年第3号, 财政部税务总局公告2024年第7号, 国务院令第712号.
  '(?:[\\p{Script=Han}、]{2,60}(?:令|公告|通告|纪要|通报|决定))?[（(]?(?:(?:19|20)\\d{2}年?)?第(?:\\d{1,5}|[〇零一二三四五六七八九十百]{1,7})[号期][）)]?',
  // 第5/2024號行政法規, of Macau; 府科字第1130001號, of Taiwan; 第599章, Cap. 599, of Hong Kong.
  '第\\d{1,4}\\/\\d{4}号\\p{Script=Han}{0,12}',
  '\\p{Script=Han}{2,20}字第[\\dA-Z]+号(?:令|函|公告)?',
].join('|');
const CATEGORY =
  '[（(]?(?:(?:办理|答复)?(?:类别|分类)(?:标记)?[：:]?)?(?:[“"]?[A-D]\\d?[”"]?类?|[甲乙丙丁]类)[）)]?';

/** What a site prints beside a text: when and by whom the page was put up, the boxes above it, its own name. */
const PUBLICATION =
  /(?:发布|更新|公开|发稿|录入|成文)(?:时间|日期)|(?:信息|文章|稿件)?来源|浏览|点击|阅读|访问|字体|字号|作者|责任编辑|编辑|打印|关闭(?:窗口)?|分享/gu;
const TIME = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\d{1,2}:\d{2}/u;
/**
 * @param text short enough to stand on a line of its own, and no sentence
 * @returns whether it is such: two of the labels that sites use, or one beside a time
 */
export function isPublication(text: string): boolean {
  const line = tight(text);
  if (line.length > 120 || /[。；]/u.test(line)) return false;
  const labels = [...line.matchAll(PUBLICATION)].length + (TIME.test(line) ? 1 : 0);
  return labels >= 2 || /^[【[（(]?分享到?[：:]/u.test(line);
}
const SITE =
  /^(?:.{2,30}(?:网站|门户网|政务网|信息网|官网|客户端|公众号|门户)|(?:您的|您现在的|当前)?位置[：:].*|首页[>＞»/›-].*|首页)$/u;
const BOX =
  /^(?:索引号|主题分类|主题词|发文机关|发文单位|发文字号|制定机关|公布机关|法律性质|时效性|有效性|效力级别|成文日期|发布日期|发布时间|公开日期|公布日期|修正日期|制定日期|生效日期|生效状态|施行日期|信息来源|来源|名称|标题|文号|信息名称|法规类别|法规体系|地址|传真|电子信箱|电子邮件|联络人|联络方式|速别|密等(?:及解密条件或保密期限)?)[：:]/u;

const isInfo = (line: string): boolean =>
  isPublication(line) || SITE.test(line) || (BOX.test(line) && line.length <= 80);

const TELLS = '通过|批准|核准|修正|修订|公布|发布|制定|订定|颁布|施行|实施|废止|起施行|印发|令';
/** 题注: when a text was passed, approved, amended, in force. */
const isHistory = (line: string): boolean =>
  line.length <= 400 &&
  IN_FIGURES.test(line) &&
  !/。.|[：；]/u.test(line.replace(/《[^》]*》/gu, '')) &&
  (/^[（(［[].*[）)］\]]。?$/u.test(line)
    ? new RegExp(`${TELLS}|会议|号|起`, 'u').test(line)
    : new RegExp(
        `^(?:根据)?(?:自)?(?:${DAY}|${YEAR}年).*(?:${TELLS})(?:全文\\S{1,12})?$`,
        'u',
      ).test(line));

/** How a numbered line of an official text begins: 第一章、第二条、一、（一）、1.、1.1、（1）、①. */
const NUMERAL = '[〇零一二三四五六七八九十百千\\d]';
const LEVEL = new RegExp(
  `^(?:第${NUMERAL}+(?:分?[编部]|部分|章|节|款|[条]|-\\d+条|条之${NUMERAL}+)|${NUMERAL}+、|[（(][〇零一二三四五六七八九十百]+[）)]|\\d{1,3}[.．、](?!\\d)|\\d{1,2}(?:\\.\\d{1,2})+(?![\\d%‰])|[（(]\\d{1,3}[）)]|[①-⑳])`,
  'u',
);
const NO_ADDRESSEE =
  /^(?:法规名称|问题?|答复?|提问|回答|解答|记者|附[件表录]?|备?注|说明|摘要|主旨|目录|目次|电话|.{0,4}(?:单位|姓名|名称)|地址|联系人|联系方式|.*(?:如下|以下|下列|包括|为|是|有|通知|公告|通告|答复|决定|意见))[：:]$/u;
const LABEL = '附[件表录]';
const REGISTRATION =
  /^(?:(?:规范性文件)?(?:统一)?(?:登记|编)号?[：:])?[A-Z]{2,8}\d{0,4}(?:[-—–―－]+\d{2,6}){1,3}$/u;
const PRINTING = new RegExp(
  `^[^，。]{2,60}${DAY}印发$|^[^，。；：]{2,40}(?:办公厅|办公室|局|委|部|厅|会)印发$`,
  'u',
);
const DRAFT_MARK =
  /^[（(](?:[^（）()]{0,12}稿|草案|[^（）()]{0,8}草案|试行|暂行|[^（）()]{0,8}修订|[^（）()]{0,8}版)[）)]$/u;
const ORDINAL = '(?:[\\d一二三四五六七八九十]{1,3}(?:[-－—]\\d{1,2})?)';

/** Where a line of a kind is a part: above the title, below it, anywhere after the head; in a table that is there for its looks. */
export type Place = 'above' | 'below' | 'after' | 'framed';
type Form = RegExp | ((line: string) => boolean);
type Row<Kind> = readonly [kind: Kind, part: string, places: string, form: Form];
const rows = <Kind extends string>(...table: Row<Kind>[]): readonly Row<Kind>[] => table;

/** What a line may be, the official part that it then is, where it may stand, and its form in a tight line; the first that fits. */
const FORMS = rows(
  ['copyNumber', 'CopyNumber', 'above framed', /^(?:№|No\.?|NO\.?|份号[：:])?\d{6}$/u],
  ['secrecy', 'Classification', 'above below', /^(?:绝密|机密|秘密)(?:[★☆*]\S{0,8})?$/u],
  ['urgency', 'Urgency', 'above below', /^(?:特急|加急|特提|平急)$/u],
  ['registration', '', 'above below', REGISTRATION],
  ['number', 'DocumentNumber', 'above below framed', new RegExp(`^(?:${NUMBERS})$`, 'u')],
  ['category', '', 'above below', new RegExp(`^${CATEGORY}$`, 'u')],
  ['signatory', 'Signatory', 'above below after framed', /^签发人?[：:]./u],
  ['handler', 'Handler', 'above after framed', /^(?:经办人|承办人)[：:]./u],
  ['phone', 'Phone', 'above after framed', /^(?:联系)?电话[：:]./u],
  ['lawTitle', '', '', /^法规名称[：:]./u],
  ['copies', 'Copies', 'after framed', /^(?:抄送|抄报|分送|副本)[：:]/u],
  ['printing', 'Printing', 'after framed', PRINTING],
  [
    'date',
    'Dateline',
    '',
    new RegExp(`^(?:${WHOLE_DATE}|[（(]${WHOLE_DATE}[）)]|发文日期[：:]${DAY})$`, 'u'),
  ],
  ['month', '', '', new RegExp(`^${YEAR}年${FIGURE}月$`, 'u')],
  ['info', '', 'above below', isInfo],
  ['history', '', 'below', isHistory],
  ['draftMark', '', '', DRAFT_MARK],
  ['contents', '', '', /^(?:目录|目次)$/u],
  ['attachment', 'Attachment', 'after', new RegExp(`^${LABEL}${ORDINAL}?[：:]?$`, 'u')],
  ['attachmentNote', '', '', /^附(?:件|录|表)?[：:]./u],
  ['note', '', '', /^[（(].{2,120}[）)]$/u],
  ['masthead', 'Masthead', 'above framed', /^[^，。；：:“”《》〔〕\d]{2,60}文件$/u],
  ['level', '', '', LEVEL],
  [
    'addressee',
    '',
    '',
    (line) => /^[^。；！？“”]{2,300}[：:]$/u.test(line) && !NO_ADDRESSEE.test(line),
  ],
  ['body', '', '', BODY_NAME],
);
/** What a line may be; `text` is everything else. */
export type LineKind = (typeof FORMS)[number][0] | 'text';
const byKind = new Map<LineKind, Row<LineKind>>(FORMS.map((row) => [row[0], row]));

/** @returns what a line is by its words alone; where it stands decides what is made of it */
export function kindOf(text: string): LineKind {
  const line = tight(text);
  if (line.length > 400) return LEVEL.test(line) ? 'level' : 'text';
  const fits = (form: Form): boolean => (form instanceof RegExp ? form.test(line) : form(line));
  return FORMS.find((row) => fits(row[3]))?.[0] ?? 'text';
}
/** @returns the official part that a line of this kind is, where it is one */
export const partOf = (kind: LineKind): string | undefined => byKind.get(kind)?.[1] || undefined;
/** @returns whether a line of this kind may stand there as a part of the document */
export const mayStand = (kind: LineKind | undefined, place: Place): boolean =>
  (kind && byKind.get(kind)?.[2].includes(place)) === true;

export const isBody = (text: string): boolean =>
  BODY_NAME.test(tight(text).replace(/[（(](?:盖章|印章|公章|代章|印)[）)]$/u, ''));
/** Whether a title is whole with these words; one may stand in marks as a whole: 《样本条例》（第599章）. */
export const endsInKind = (text: string): boolean =>
  KIND.test(tight(text).replace(/^《([^《》]+)》/u, '$1'));
/** 国务院令, 某局公告: a document that is called so alone, and may only publish another one. */
export const isBareKind = (text: string): boolean =>
  /^(?!.*关于).{0,40}(?:令|公告|通告)$/u.test(tight(text));
/** A person who signs, by office: 总　理　　李某. */
export const isSigner = (text: string): boolean =>
  /^(?:[\p{Script=Han}]{0,20}?(?:总理|主席|主任|委员长|院长|检察长|部长|省长|市长|州长|县长|区长|镇长|乡长|局长|厅长|署长|行长|会长|司长|行政长官))[：:]?[\p{Script=Han}·○×]{2,12}$/u.test(
    tight(text),
  );
/** Names of persons alone on a line, as a second line of 签发人 has them. */
export const isNames = (text: string): boolean =>
  /^(?:\p{Script=Han}(?:\s{0,2}\p{Script=Han}){1,3})(?:[\s、]+\p{Script=Han}(?:\s{0,2}\p{Script=Han}){1,3})*$/u.test(
    text.trim(),
  ) &&
  [...tight(text)].length <= 12 &&
  !endsInKind(text) &&
  !isBody(text);

/** Labels that head a section, from the widest: 编、部分、分编、章、节, then 一、and （一）. */
const HEADINGS = ['book', 'division', 'subbook', 'chapter', 'section', '一、', '（一）'];
/** 附则 and the like, without a number: as wide as the widest level of the document. */
export const WIDEST = -2;
/** A heading says no whole sentence and is not longer than two lines of print. */
export const LONGEST_HEADING = 56;
/** A line of a table of contents: dots or a wide gap, and a page. */
export const LEADERS = /(?:[.．·…]\s*){3,}\s*[（(]?\d{0,4}[）)]?$|[\s\t]{2,}\d{1,4}$/u;

/** @returns the level of a heading, 0 the widest; WIDEST; or -1 for what is none */
export function headingLevel(text: string): number {
  if ([...text].length > LONGEST_HEADING || /[。；！？：:]/u.test(text) || LEADERS.test(text))
    return -1;
  if (/^(?:附则|序言|前言|引言)$/u.test(tight(text))) return WIDEST;
  const label = labelOf(simplified(plainWords(text)));
  return label && isHeadingLine(text, label) ? HEADINGS.indexOf(label.style ?? label.kind) : -1;
}
/** 编、章、节: such a heading is never the beginning of a sentence. */
export function isDivision(text: string): boolean {
  const level = headingLevel(text);
  return level >= 0 && level < HEADINGS.indexOf('一、');
}

const DANGLING = /[和与及、或的并以对至]$/u;
const CONNECTS = /^(?:[和与及、或的等》〉”）)]|以及)/u;
/** Whether words were cut between two lines, as the words themselves say. */
export const isCutBetween = (before: string, after: string): boolean =>
  DANGLING.test(before.trim()) || CONNECTS.test(after.trim()) || isOpen(before);
/** A mark that is opened and not closed: 关于印发《某某的. */
export function isOpen(text: string): boolean {
  const count = (marks: RegExp): number => [...text.matchAll(marks)].length;
  return (
    count(/[《〈]/gu) > count(/[》〉]/gu) ||
    count(/[（(]/gu) > count(/[）)]/gu) ||
    count(/“/gu) > count(/”/gu)
  );
}
/** A date at the end of a line that begins with who signs. */
const SIGNED = new RegExp(`^(\\S.{0,80}?)(\\s*)(${YEAR}.{4,20})$`, 'u');
/** @returns who signs and the date, where one line holds both */
export function splitSigned(text: string): [signature: string, date: string] | null {
  const found = SIGNED.exec(text.trim());
  if (!found) return null;
  const [, who, gap, date] = found;
  const named = isBody(who!) || (gap !== '' && mayBeName(who!));
  return named && kindOf(date!) === 'date' ? [who!.trim(), date!] : null;
}
/** Short, without a sentence's end, of no numbered level: it may be the name of a body, or of a person. */
export const mayBeName = (text: string): boolean =>
  [...text].length <= 60 && !/[，。；：:！？]/u.test(text) && !LEVEL.test(tight(text));
/** @returns a line with several parts of the head, 发文字号 beside 签发人 or a category, as its pieces */
export function splitNumber(text: string): string[] {
  const found =
    /^(.*?[号號])\s*((?:签|簽)\s*[发發]\s*人.*|[（(]?(?:类\s*别|類\s*別)?\S{0,4}[A-D]\s*类?[）)]?)$/u.exec(
      text,
    );
  const pieces = found ? [found[1]!.trim(), found[2]!.trim()] : [];
  const [number, other] = pieces.map(kindOf);
  return number === 'number' && (other === 'signatory' || other === 'category') ? pieces : [text];
}
