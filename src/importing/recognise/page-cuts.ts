/** Paragraphs that a page cut in two, in formats that keep no pages: told by a sentence that does not end. Pure. */
import { joinCut, type ReceivedBlock, type ReceivedParagraph } from '../received.ts';
import {
  ATTACHMENT,
  ATTACHMENT_NOTE,
  BODY_NAME,
  COPIES,
  DATE,
  DATELINE,
  headingLevel,
  KIND,
  LABELLED,
  LEVEL_START,
  MASTHEAD,
  NUMBER,
  PRINTING,
} from './patterns.ts';

/** Shorter ones are headings, names, lines of a list: a page cuts nothing but full lines. */
const SHORTEST = 24;
const ENDS = /[。！？；：:!?;….」』”’）)》〉]$/u;

/** What stands for itself, whatever the line before it. */
const ALONE = [
  ATTACHMENT,
  ATTACHMENT_NOTE,
  BODY_NAME,
  COPIES,
  DATELINE,
  LEVEL_START,
  MASTHEAD,
  NUMBER,
  PRINTING,
];
const standsAlone = (text: string): boolean =>
  [...ALONE, ...LABELLED.map(([, pattern]) => pattern)].some((pattern) => pattern.test(text));

/** The lines below a law's title that tell when it was passed, approved and amended. */
const isHistory = (before: string, after: string): boolean =>
  /(?:通过|批准|修正|修订|公布|发布|施行|废止)$/u.test(before) ||
  (DATE.test(before) && new RegExp(`^${DATE.source}`, 'u').test(after));

function isCut(before: ReceivedParagraph, after: ReceivedParagraph): boolean {
  if (after.indented || before.align || after.align) return false;
  if ([...before.text].length < SHORTEST || ENDS.test(before.text)) return false;
  if (/^[（(【《“]?附/u.test(after.text)) return false;
  if (KIND.test(before.text) && [...before.text].length <= 60) return false;
  if (isHistory(before.text, after.text)) return false;
  if (headingLevel(before.text) >= 0) return false;
  return !standsAlone(after.text) && !standsAlone(before.text);
}

/**
 * @param blocks what was read; not changed
 * @returns them with the halves joined and nothing put between, `cuts` telling where
 */
export function joinPageCuts(blocks: ReceivedBlock[]): ReceivedBlock[] {
  const joined: ReceivedBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === 'paragraph' && last?.kind === 'paragraph' && isCut(last, block)) {
      joined[joined.length - 1] = {
        ...last,
        text: joinCut(last.text, block.text),
        cuts: [...(last.cuts ?? []), last.text.length],
      };
    } else joined.push(block);
  }
  return joined;
}
