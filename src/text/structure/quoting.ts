/**
 * Quoted text: an amending decision quotes articles and chapters of another text, each paragraph with an
 * opening mark, or after 修改为： without any. What is quoted is no structure of this text.
 */
import type { TextBlock } from './types.ts';

const OPENS = /[“「『]/gu;
const CLOSES = /[”」』]/gu;
/** A sentence that says how another text is to read from now on. */
const AMENDS = /(?:修改为|改为|作为第|增加|表述为|内容如下|修正如下)[^。]*[:：]\s*$/u;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Why a block may be quoted. */
export interface Quoted {
  /** Stands between a mark that was opened in an earlier block and its end. */
  marked: boolean;
  /** Follows, directly or at a distance, a sentence that ends with 修改为： and the like. */
  amended: boolean;
}

/**
 * @param resumes whether a block takes up the text's own numbering again (二、 after 一、)
 * @returns for each block whether it may be quoted
 */
export function quotedBlocks(
  blocks: readonly TextBlock[],
  resumes: (index: number) => boolean,
): Quoted[] {
  let open = 0;
  let amended = false;
  return blocks.map(({ text }, index) => {
    if (amended && resumes(index)) amended = false;
    const quoted = { marked: open > 0, amended };
    // A quotation of several paragraphs opens each of them and closes the last.
    const again = open > 0 && /^[\s\u3000]*[“「『]/u.test(text) ? 1 : 0;
    open = Math.max(0, open + count(text, OPENS) - again - count(text, CLOSES));
    if (text.includes('：') || text.includes(':')) amended ||= AMENDS.test(text);
    return quoted;
  });
}
