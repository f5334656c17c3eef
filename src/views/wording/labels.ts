/** What collections, fields and kinds are called on the pages. */
import type { Collection, ExternalFact } from '../../library/types.ts';

/** The kind that a page shows for an entry, and the heading of its list. */
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
  policies: '文号、机关、日期和有效性，来源没有说的，写作不详。',
  measures: '文件提出的任务和做法，一项一页，下一级列在上一级之下。',
  clusters: '按目标规模分级。',
  chains: '只收文中点到名称的，照文中的称呼分列。',
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

/** What kind of source an outside fact comes from. */
export const sourceKindLabels: Record<ExternalFact['source']['kind'], string> = {
  official: '官方',
  institution: '机构',
  news: '新闻',
  repost: '转载',
  mirror: '镜像',
};

/** Said wherever a source is silent. */
export const UNKNOWN = '不详';

/** Said of a measure whose progress no document speaks of. */
export const UNSTATED = '未说明';
