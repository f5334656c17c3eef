/** What a site prints beside an article of when and by whom the page was put up: not of the document. Pure. */
import type { ReceivedBlock } from '../received.ts';

const LABEL =
  /(?:发布|更新|公开|发稿|录入)(?:时间|日期)|(?:信息)?来源|浏览|点击|阅读|访问|字体|字号|作者|责任编辑|编辑|打印|关闭(?:窗口)?|分享/gu;
const TIME = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d{2}/u;
const SHARING = /^[【[（(]?\s*分享到?\s*[：:]/u;
/** It stands on a line of its own, and says no sentence. */
const LONGEST = 120;

/** Whether a line is such: two of the labels that sites use, or one beside a time. */
function isPublication(text: string): boolean {
  if ([...text].length > LONGEST || /[。；]/u.test(text)) return false;
  const labels = [...text.matchAll(LABEL)].length + (TIME.test(text) ? 1 : 0);
  return labels >= 2 || SHARING.test(text);
}

/** @returns the blocks, with lines of that kind put among what is left out */
export const withoutPublication = (blocks: ReceivedBlock[]): ReceivedBlock[] =>
  blocks.map((block) =>
    block.kind === 'paragraph' && isPublication(block.text)
      ? { kind: 'dropped', text: block.text, reason: '网页的发布信息' }
      : block,
  );
