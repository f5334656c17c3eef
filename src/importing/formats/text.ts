/** A plain text: one paragraph a line, or lines broken at a fixed width or by a page that are joined again. */
import { joinCut, type Received, type ReceivedBlock, type ReceivedParagraph } from '../received.ts';
import { endsInKind, headingLevel, kindOf } from '../recognise/lines.ts';
import { decodeText } from './encoding.ts';

/** Columns that a line takes in a fixed-width face: two for a Chinese character. */
const columns = (line: string): number =>
  [...line.trimEnd()].reduce((sum, char) => sum + (char.codePointAt(0)! > 0x2e7f ? 2 : 1), 0);

/** @returns the width at which a text is broken, Infinity where each line is a paragraph */
function wrapWidth(lines: string[]): number {
  const widths = lines.filter((line) => line.trim()).map(columns);
  const widest = Math.max(...widths);
  const full = widths.filter((width) => width >= widest - 4).length;
  const isWrapped = widest >= 30 && widest <= 120 && full > widths.length * 0.45;
  return widths.length >= 8 && isWrapped ? widest : Infinity;
}

/** Shorter ones are headings, names, lines of a list: a page cuts nothing but full lines. */
const SHORTEST = 24;

/** Whether a page cut a sentence here: the text was copied from a document whose pages ended in the middle of paragraphs. */
const isCut = ({ text }: ReceivedParagraph, after: ReceivedParagraph): boolean =>
  !after.indented &&
  [...text].length >= SHORTEST &&
  /[\p{Script=Han}、，]$/u.test(text) &&
  !(endsInKind(text) && [...text].length <= 60) &&
  headingLevel(text) < 0 &&
  kindOf(text) === 'text' &&
  kindOf(after.text) === 'text' &&
  !/^[（(【《“]?附/u.test(after.text);

/** — 3 —, 第3页 共8页: a page's number, copied with the text. */
const PAGE_NUMBER =
  /^(?:[—–―－-]+\s*\d{1,4}\s*[—–―－-]+|第\s*\d{1,4}\s*页[，,\s]*共\s*\d{1,4}\s*页)$/u;
/** m² and m³ whose figure was lost on the way to plain text. */
const FLAT = /(?<=[\d万亿]\s*)[ckm]?m[23](?![\dA-Za-z])/gu;

/**
 * @param wanted the encoding, where the editor names it
 * @throws ImportFault where the encoding cannot be told
 */
export function readText(bytes: Uint8Array, wanted?: string): Received {
  const { text: whole, encoding } = decodeText(bytes, wanted);
  const lines = whole.split(/[\n\f]/u);
  const width = wrapWidth(lines);
  const blocks: ReceivedBlock[] = [];
  let last: ReceivedParagraph | undefined;
  /** The line before was as wide as the text is. */
  let isFull = false;
  for (const line of lines) {
    const text = line.trim();
    const indented = /^(?:\u3000|[ \u00a0]{2}|\t)/u.test(line);
    if (PAGE_NUMBER.test(text)) {
      blocks.push({ kind: 'dropped', text, reason: '页码' });
      continue;
    }
    const next: ReceivedParagraph = { kind: 'paragraph', text, indented };
    const goesOn = isFull && !indented && kindOf(text) === 'text';
    if (last && goesOn && headingLevel(last.text) < 0) last.text = joinCut(last.text, text);
    else if (last && text && isCut(last, next)) {
      (last.cuts ??= []).push(last.text.length);
      last.text = joinCut(last.text, text);
    } else if (text) blocks.push((last = next));
    isFull = text !== '' && columns(line) >= width - 4;
  }
  for (const block of blocks)
    if (block.kind === 'paragraph')
      block.doubts = block.text
        .match(FLAT)
        ?.map((unit) => `“${unit}”像是丢了上标（m²、m³），请核对`);
  return { format: '纯文本（.txt）', encoding, blocks, whole, remarks: [] };
}
