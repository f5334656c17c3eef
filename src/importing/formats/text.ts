/** A plain text: one paragraph a line, or lines broken at a fixed width or by a page that are joined again. */
import { joinCut, type Received, type ReceivedBlock, type ReceivedParagraph } from '../received.ts';
import { endsInKind, headingLevel, kindOf } from '../recognise/lines.ts';
import { decodeText } from './encoding.ts';

const NAMES: Record<string, string> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030（含 GBK、GB2312）',
  big5: 'Big5',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};

/** Columns that a line takes in a fixed-width face: two for a Chinese character. */
const columns = (line: string): number =>
  [...line].reduce((sum, char) => sum + (char.codePointAt(0)! > 0x2e7f ? 2 : 1), 0);

const SET_IN = /^(?:[\u3000]|[ \u00a0]{2}|\t)/u;

/** @returns the width at which a text is broken, or null where each line is a paragraph */
function wrapWidth(lines: string[]): number | null {
  const widths = lines.filter((line) => line.trim()).map((line) => columns(line.trimEnd()));
  if (widths.length < 8) return null;
  const widest = widths.toSorted((a, b) => a - b)[Math.floor(widths.length * 0.95)]!;
  if (widest < 30 || widest > 120 || Math.max(...widths) > widest + 4) return null;
  const full = widths.filter((width) => width >= widest - 4).length;
  return full / widths.length > 0.45 ? widest : null;
}

/** Shorter ones are headings, names, lines of a list: a page cuts nothing but full lines. */
const SHORTEST = 24;

/** Whether a page cut a sentence here: the text was copied from a document whose pages ended in the middle of paragraphs. */
export function isCut(before: ReceivedParagraph, after: ReceivedParagraph): boolean {
  const { text } = before;
  return (
    !after.indented &&
    [...text].length >= SHORTEST &&
    /[\p{Script=Han}、，]$/u.test(text) &&
    !(endsInKind(text) && [...text].length <= 60) &&
    headingLevel(text) < 0 &&
    kindOf(text) === 'text' &&
    kindOf(after.text) === 'text' &&
    !/^[（(【《“]?附/u.test(after.text)
  );
}

/** — 3 —, 第3页 共8页: a page's number, copied with the text. */
const PAGE_NUMBER =
  /^(?:[—–―－-]+\s*\d{1,4}\s*[—–―－-]+|第\s*\d{1,4}\s*页[，,\s]*共\s*\d{1,4}\s*页)$/u;
/** m² and m³ whose figure was lost on the way to plain text. */
const FLAT = /(?<=[\d万亿]\s*)[ckm]?m[23](?![\dA-Za-z])/gu;

function paragraphs(lines: string[]): ReceivedBlock[] {
  const width = wrapWidth(lines);
  const found: ReceivedBlock[] = [];
  let last: ReceivedParagraph | undefined;
  let open = false;
  for (const line of lines) {
    const text = line.trim();
    if (PAGE_NUMBER.test(text)) {
      found.push({ kind: 'dropped', text, reason: '页码' });
      continue;
    }
    const indented = SET_IN.test(line);
    const next: ReceivedParagraph = { kind: 'paragraph', text, ...(indented ? { indented } : {}) };
    if (!text) open = false;
    else if (open && last && !indented && headingLevel(last.text) < 0 && kindOf(text) === 'text')
      last.text = joinCut(last.text, text);
    else if (last && isCut(last, next)) {
      (last.cuts ??= []).push(last.text.length);
      last.text = joinCut(last.text, text);
    } else found.push((last = next));
    if (text) open = width !== null && columns(line.trimEnd()) >= width - 4;
  }
  for (const block of found) {
    const flat = block.kind === 'paragraph' ? block.text.match(FLAT) : null;
    if (block.kind === 'paragraph' && flat)
      block.doubts = flat.map((unit) => `“${unit}”像是丢了上标（m²、m³），请核对`);
  }
  return found;
}

/**
 * @param wanted the encoding, where the editor names it
 * @throws ImportFault where the encoding cannot be told
 */
export function readText(bytes: Uint8Array, wanted?: string): Received {
  const { text, encoding } = decodeText(bytes, wanted);
  const blocks = paragraphs(text.split(/[\n\f]/u));
  return {
    format: '纯文本（.txt）',
    encoding: NAMES[encoding]!,
    blocks,
    whole: text,
    remarks: [],
  };
}
