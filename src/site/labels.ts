/** What collections, fields and kinds are called on the pages. */
import type { Collection, ExternalFact } from '../library/types.ts';

export const collectionLabels: Record<Collection, string> = {
  replies: '答复',
  policies: '政策',
  measures: '举措',
  clusters: '集群',
  chains: '产业链',
  events: '活动',
  organisations: '机构',
  terms: '术语',
};

/** One line under the heading of each list. */
export const collectionIntroductions: Record<Collection, string> = {
  replies: '对提案、建议的正式答复，全文照录。',
  policies: '计划、意见、政策、通知、法规和评选认定。',
  measures: '文件提出的任务和做法，一项一页，下一级列在上一级之下。',
  clusters: '按目标规模分级。',
  chains: '只收文中点到名称的。',
  events: '会议、博览会、对接会。日期照原文的详略。',
  organisations: '文中出现的机关、学校和机构。',
  terms: '文中的专门说法，按读音排列。',
};

/** The word that counts an entry: 10个集群, 85项举措. */
export const collectionCounters: Record<Collection, string> = {
  replies: '份',
  policies: '件',
  measures: '项',
  clusters: '个',
  chains: '条',
  events: '项',
  organisations: '个',
  terms: '个',
};

export const sourceKindLabels: Record<ExternalFact['source']['kind'], string> = {
  official: '官方',
  institution: '机构',
  news: '新闻',
  repost: '转载',
  mirror: '镜像',
};

/** The official parts of a document, by GB/T 9704—2012. */
export const partLabels: Record<string, string> = {
  Masthead: '发文机关标志',
  DocumentNumber: '发文字号',
  DocumentTitle: '标题',
  Addressee: '主送',
  Signatory: '签发人',
  Handler: '经办人',
  Phone: '联系电话',
  Signature: '署名',
  Dateline: '成文日期',
  Copies: '抄送',
};

export const UNKNOWN = '不详';

const DIGITS = '零一二三四五六七八九';

/**
 * A count in Chinese numerals, for headings: 10 → 十, 23 → 二十三.
 * @returns Arabic digits from 100 on
 */
export function chineseNumber(count: number): string {
  if (count < 10) return DIGITS[count] ?? String(count);
  if (count >= 100) return String(count);
  const tens = Math.floor(count / 10);
  return `${tens > 1 ? DIGITS[tens] : ''}十${count % 10 > 0 ? DIGITS[count % 10] : ''}`;
}
