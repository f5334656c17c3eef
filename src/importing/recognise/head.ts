/** The head of a document: everything down to the line that says to whom it goes. Pure. */
import type { ReceivedBlock, ReceivedParagraph } from '../received.ts';
import { joinCut } from '../received.ts';
import type { DraftBlock } from './draft.ts';
import * as is from './patterns.ts';

export interface Head {
  blocks: DraftBlock[];
  /** How many received blocks it takes up. */
  taken: number;
  /** What an editor should look at; `at` counts in `blocks`. */
  doubts: { at: number; message: string }[];
}

/** Parts above the title, each told by its own form. */
function abovePart(text: string): DraftBlock[] | null {
  const part = (name: string): DraftBlock[] => [{ kind: 'part', part: name, text }];
  if (is.COPY_NUMBER.test(text)) return part('CopyNumber');
  if (is.SECRECY.test(text)) return part('Classification');
  if (is.URGENCY.test(text)) return part('Urgency');
  if (is.MASTHEAD.test(text)) return part('Masthead');
  const both = is.NUMBER_AND_SIGNATORY.exec(text);
  if (both && is.NUMBER.test(both[1]!.trim()))
    return [
      { kind: 'part', part: 'DocumentNumber', text: both[1]!.trim() },
      { kind: 'part', part: 'Signatory', text: both[2]!.trim() },
    ];
  if (is.NUMBER.test(text)) return part('DocumentNumber');
  const labelled = is.LABELLED.find(([, pattern]) => pattern.test(text));
  return labelled ? part(labelled[0]) : null;
}

const MOST_ABOVE = 14;
const isParagraph = (block: ReceivedBlock | undefined): block is ReceivedParagraph =>
  block?.kind === 'paragraph';

/** Whether a line of the head goes on the title above it. */
function titleGoesOn(
  title: string,
  next: ReceivedBlock | undefined,
  centred: boolean,
): next is ReceivedParagraph {
  if (!isParagraph(next) || next.indented || [...next.text].length > 44) return false;
  if (
    /[。；：:！？]$/u.test(next.text) ||
    is.LEVEL_START.test(next.text) ||
    is.ANNOTATION.test(next.text)
  )
    return false;
  if (is.DATELINE.test(next.text) || is.BODY_NAME.test(next.text))
    return is.BODY_NAME.test(title) && !is.KIND.test(title);
  if (is.NUMBER.test(next.text)) return false;
  if (centred) return next.align === 'center' && !is.KIND.test(title);
  return !next.align && !is.KIND.test(title);
}

/** A line among those above the title that is neither one of them nor, for its place, the title. */
const isNameOfBody = (blocks: ReceivedBlock[], at: number): boolean => {
  const block = blocks[at];
  const rest = blocks.slice(at + 1, at + 5);
  return (
    isParagraph(block) &&
    is.BODY_NAME.test(block.text) &&
    rest.some(
      (one) =>
        isParagraph(one) &&
        (is.NUMBER.test(one.text) ||
          is.NUMBER_AND_SIGNATORY.test(one.text) ||
          is.MASTHEAD.test(one.text)),
    )
  );
};

/**
 * @param blocks the received ones from the first, dropped ones taken out
 * @returns the parts of the head in the order in which they stand
 */
export function readHead(blocks: ReceivedBlock[]): Head {
  const head: Head = { blocks: [], taken: 0, doubts: [] };
  let at = 0;
  for (; at < MOST_ABOVE; at++) {
    const block = blocks[at];
    if (!isParagraph(block)) break;
    const parts = abovePart(block.text);
    if (parts) head.blocks.push(...parts);
    else if (isNameOfBody(blocks, at))
      head.blocks.push({ kind: 'part', part: 'Masthead', text: block.text });
    else break;
  }
  const first = blocks[at];
  if (
    isParagraph(first) &&
    !is.LEVEL_START.test(first.text) &&
    // A line that ends in a colon says to whom the document goes: its title was not copied with it.
    !/[。；：:]$/u.test(first.text) &&
    [...first.text].length <= 120
  ) {
    const centred = first.align === 'center';
    let title = first.text;
    at++;
    const lines = [title];
    while (lines.length < 5) {
      const next = blocks[at];
      if (!titleGoesOn(title, next, centred)) break;
      title = joinCut(title, next.text);
      lines.push(next.text);
      at++;
    }
    head.blocks.push({ kind: 'part', part: 'DocumentTitle', text: title });
    const where = head.blocks.length - 1;
    if (lines.length > 1)
      head.doubts.push({
        at: where,
        message: `标题由 ${lines.length} 行接成：${lines.join(' ｜ ')}`,
      });
    else if (!is.KIND.test(title))
      head.doubts.push({
        at: where,
        message: `“${title}”当作标题，但其中没有文种（通知、意见等），请核对`,
      });
  }
  for (let more = 0; more < 4; more++) {
    const block = blocks[at];
    if (!isParagraph(block)) break;
    const parts = abovePart(block.text);
    if (!parts || parts.some((part) => part.kind === 'part' && part.part === 'Phone')) break;
    head.blocks.push(...parts);
    at++;
  }
  const next = blocks[at];
  if (isParagraph(next) && is.isAddressee(next.text)) {
    head.blocks.push({ kind: 'part', part: 'Addressee', text: next.text });
    at++;
  }
  head.taken = at;
  return head;
}
