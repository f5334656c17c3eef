/** The end of a document: annexes named, who signs, when, remarks, to whom copies go, who printed it. Pure. */
import type { ReceivedBlock, ReceivedParagraph } from '../received.ts';
import type { DraftBlock } from './draft.ts';
import * as is from './patterns.ts';

const part = (name: string, text: string): DraftBlock => ({ kind: 'part', part: name, text });
const isParagraph = (block: ReceivedBlock | undefined): block is ReceivedParagraph =>
  block?.kind === 'paragraph';

/** Short, without a sentence's end, of no numbered level: it may be the name of a body, or of a person. */
const mayBeSignature = (text: string): boolean =>
  [...text].length <= 40 && !/[，。；：:！？]/u.test(text) && !is.LEVEL_START.test(text);

/**
 * Where the date of the document stands: the last line that is a date alone and is signed, before any annex;
 * else the last one before any annex.
 */
function datelineAt(blocks: ReceivedBlock[]): number | null {
  const annex = blocks.findIndex(
    (block, i) => i > 0 && isParagraph(block) && is.ATTACHMENT.test(block.text),
  );
  const until = annex < 0 ? blocks.length : annex;
  const dated = blocks
    .slice(0, until)
    .flatMap((block, i) =>
      isParagraph(block) &&
      (is.DATELINE.test(block.text) || is.SIGNED_DATE.test(block.text)) &&
      !is.PRINTING.test(block.text)
        ? [i]
        : [],
    );
  return dated.at(-1) ?? null;
}

/** 附件说明: the line that names the first annex, and the numbered ones below it. */
function attachmentNotes(
  blocks: ReceivedBlock[],
  parts: Map<number, DraftBlock[]>,
  until: number,
): void {
  for (let i = 0; i < until; i++) {
    const block = blocks[i];
    if (!isParagraph(block) || !is.ATTACHMENT_NOTE.test(block.text)) continue;
    parts.set(i, [part('AttachmentNote', block.text)]);
    for (let next = i + 1; next < until; next++) {
      const item = blocks[next];
      if (!isParagraph(item) || !is.ITEM.test(item.text) || [...item.text].length > 60) break;
      parts.set(next, [part('AttachmentNote', item.text)]);
      i = next;
    }
  }
}

/** Who signs: the lines right above the date. */
function signatures(
  blocks: ReceivedBlock[],
  parts: Map<number, DraftBlock[]>,
  dated: number,
): void {
  for (let i = dated - 1; i >= 0 && i >= dated - 6; i--) {
    const block = blocks[i];
    if (!isParagraph(block) || parts.has(i) || !mayBeSignature(block.text)) return;
    const known = is.BODY_NAME.test(block.text) || block.align === 'right';
    if (!known && i < dated - 1) return;
    parts.set(i, [part('Signature', block.text)]);
  }
}

/**
 * @param blocks the received ones after the head, dropped ones taken out
 * @returns for the blocks that are official parts, by their place: the parts; and doubts, by place
 */
export function readTail(blocks: ReceivedBlock[]): {
  parts: Map<number, DraftBlock[]>;
  doubts: { at: number; message: string }[];
} {
  const parts = new Map<number, DraftBlock[]>();
  const doubts: { at: number; message: string }[] = [];
  const dated = datelineAt(blocks);
  attachmentNotes(blocks, parts, dated ?? blocks.length);
  blocks.forEach((block, i) => {
    if (!isParagraph(block) || parts.has(i)) return;
    const labelled = is.LABELLED.find(([, pattern]) => pattern.test(block.text));
    if (labelled && [...block.text].length <= 40) parts.set(i, [part(labelled[0], block.text)]);
    else if (is.COPIES.test(block.text)) parts.set(i, [part('Copies', block.text)]);
    else if (is.PRINTING.test(block.text) || is.PRINTING_OFFICE.test(block.text))
      parts.set(i, [part('Printing', block.text)]);
    else if (is.ATTACHMENT.test(block.text)) parts.set(i, [part('Attachment', block.text)]);
    else if (dated !== null && i > dated && i <= dated + 3 && is.ANNOTATION.test(block.text))
      parts.set(i, [part('Annotation', block.text)]);
  });
  if (dated !== null) {
    const { text } = blocks[dated] as ReceivedParagraph;
    const both = is.DATELINE.test(text) ? null : is.SIGNED_DATE.exec(text);
    if (both && mayBeSignature(both[1]!))
      parts.set(dated, [part('Signature', both[1]!), part('Dateline', both[2]!)]);
    else parts.set(dated, [part('Dateline', text)]);
    if (!both) signatures(blocks, parts, dated);
    const before = parts.get(dated - 1)?.[0];
    if (!both && !(before?.kind === 'part' && before.part === 'Signature'))
      doubts.push({ at: dated, message: `“${text}”当作成文日期，但上面没有署名，请核对` });
    else if (before?.kind === 'part' && !is.BODY_NAME.test(before.text))
      doubts.push({ at: dated - 1, message: `“${before.text}”当作署名，但不像机关名称，请核对` });
  }
  blocks.forEach((block, i) => {
    if (!isParagraph(block) || parts.has(i)) return;
    const { text } = block;
    const looks =
      (is.DATELINE.test(text) && '日期') ||
      (is.SECRECY.test(text) && '密级') ||
      (is.URGENCY.test(text) && '紧急程度') ||
      (is.NUMBER.test(text) && '发文字号') ||
      (is.ATTACHMENT_NOTE.test(text) && '附件说明') ||
      (/^主\s*送[：:]/u.test(text) && '主送') ||
      (is.ANNOTATION.test(text) && i > blocks.length - 6 && '附注');
    if (looks) doubts.push({ at: i, message: `“${text}”像${looks}，位置不同于通常，留作正文` });
  });
  return { parts, doubts };
}
