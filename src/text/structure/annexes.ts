/** Annexes: where a text ends and what is attached to it begins. */
import { NUMERAL, readNumeral } from '../numerals.ts';
import type { TextBlock } from './units.ts';

/** A line that opens an annex. */
export interface AnnexMark {
  index: number;
  /** 附件, 附录, 附表, 附图, 附. */
  word: string;
  /** Null where none is printed. */
  number: number | null;
  printed: string;
  heading: string;
  colon: boolean;
}

const MARK = new RegExp(
  `^\\s*(?:#{1,6}\\s*)?(附\\s*(?:件|录|表|图)?)\\s*([${NUMERAL}]{0,4})\\s*([:：]?)\\s*(.*)$`,
  'u',
);
const LONGEST_NAME = 60;

function markOf({ text, part }: TextBlock, index: number): AnnexMark | null {
  if (!text.includes('附') || part === 'AttachmentNote') return null;
  const found = MARK.exec(text);
  if (!found) return null;
  const [, printed = '', digits = '', colon = '', rest = ''] = found;
  const number = digits ? readNumeral(digits) : null;
  if (digits && number === null) return null;
  if (/[。；;]$/u.test(rest) || rest.length > LONGEST_NAME) return null;
  // 附则, 附加刑: another word; 附件 with words behind it and neither number nor colon, or no space: a sentence.
  const apart = number !== null && /\s/u.test(text.at(-rest.length - 1) ?? '');
  if (rest && !colon && !apart) return null;
  const word = printed.replace(/\s/gu, '');
  const heading = rest.trim();
  return { index, word, number, printed: `${word}${digits}`, heading, colon: colon !== '' };
}

/**
 * Finds the annexes of a text. A list of names under 附件： at its foot opens none: what it names stands
 * again where the annex begins.
 * @returns the lines that open an annex, in order
 */
export function annexMarks(blocks: readonly TextBlock[]): AnnexMark[] {
  const marks = blocks.flatMap((block, index) => markOf(block, index) ?? []);
  return marks.filter(({ index, word, number, heading, colon }, i) => {
    const next = marks[i + 1];
    if (marks.slice(i + 1).some((later) => later.word === word && later.number === number))
      return false;
    if (blocks[index]!.kind === 'heading') return true;
    // 附件：1.名单 — the names, one a line, before the signature.
    const lists = colon && /^\s*[1１一][.．、]/u.test(heading || (blocks[index + 1]?.text ?? ''));
    const signedBelow = blocks.slice(index).some(({ part }) => part === 'Signature');
    if (lists && (heading !== '' || next || signedBelow)) return false;
    if (!heading) return true;
    // 附件：名单, once: a name at the foot; the annex is not here.
    if (number === null) return marks.slice(0, i).some((before) => before.heading === heading);
    // 附件1：甲 and 附件2：乙 on lines that follow one another are such a list too.
    return next?.index !== index + 1 && marks[i - 1]?.index !== index - 1;
  });
}
