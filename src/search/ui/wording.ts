/** What is said of an answer. Only what is so: several words are not said to stand together. */
import { onOneLine } from '../../text/safe-text.ts';
import { wellFormed } from '../format/normalise.ts';
import type { Answer, Asked } from '../format/types.ts';

/** Search can never work here. */
export const UNSUPPORTED =
  '这个浏览器不能搜索（版本过旧，或者所在网络的安全策略禁用了WebAssembly）：请换用较新的浏览器，或打开要查的文件，按Ctrl+F在页内查找。';
export const UNSUPPORTED_SHORT = '这个浏览器不能搜索：请换用较新的浏览器，或在文件页内按Ctrl+F查找';

/** Whether it is the browser, or the site's policy, that lets no search run; a retry does not help. */
export const isUnsupported = (error: unknown): boolean =>
  (error as Error).name === 'SearchUnsupported';

/** A query as a page quotes it: control characters gone, and not too long. */
export function quoted(query: string, longest = 60): string {
  const characters = Array.from(onOneLine(wellFormed(query.slice(0, longest * 4))));
  return `“${characters.length > longest ? `${characters.slice(0, longest).join('')}……` : characters.join('')}”`;
}

/** Words named in full; of more, their number. */
const NAMED = 4;

/** 含有“甲”; 同时含有“甲”和“乙”; of Traditional characters also what they are in Simplified ones. */
function holding(asked: Asked[], most: number): string {
  const longest = asked.length === 1 ? most : Math.min(most, 20);
  const words = asked.slice(0, NAMED).map(({ typed, simplified }) => {
    const same = simplified === undefined ? '' : `（简体${quoted(simplified, longest)}）`;
    return quoted(typed, longest) + same;
  });
  if (asked.length === 1) return `含有${words[0]}`;
  if (asked.length > NAMED) return `同时含有${words.join('、')}等${asked.length}个词`;
  return `同时含有${words.slice(0, -1).join('、')}和${words[words.length - 1]}`;
}

/**
 * How many pages hold what was asked for, in a sentence without its full stop.
 * @param longest characters shown of a word
 */
export function countOf(
  { query, asked, total, quoting }: Pick<Answer, 'query' | 'asked' | 'total' | 'quoting'>,
  longest = 60,
): string {
  if (asked.length === 0)
    return `${quoted(query, longest)}里没有可以搜索的字。请输入汉字、字母或数字`;
  const quoters = quoting > 0 ? `，另有${quoting}个条目引用` : '';
  return `${total > 0 ? `${total}页` : '没有一页'}${holding(asked, longest)}${quoters}`;
}

/** Why there are no results, and what the reader finds instead. */
export function noneOf(
  { asked, partial }: Pick<Answer, 'asked' | 'partial'>,
  filtered: boolean,
): string {
  if (asked.length === 0) return '没有可以搜索的字。';
  if (filtered) return `在所选的范围里，没有一页${holding(asked, 60)}。`;
  const instead =
    partial.length > 0 ? '下面是最接近的，只含其中一些词。' : '也没有接近的。试试短一些的词。';
  return `全库没有一页${asked.length === 1 ? '原样' : ''}${holding(asked, 60)}。${instead}`;
}
