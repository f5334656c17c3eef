/** Annexes: where a text ends and what is attached to it begins. */
import { NUMERAL, readNumeral } from '../numerals.ts';
import type { TextBlock } from './types.ts';

/** A line that opens an annex. */
export interface AnnexMark {
  index: number;
  /** 附件, 附录, 附表, 附图, 附. */
  word: string;
  /** Null where none is printed. */
  number: number | null;
  printed: string;
  heading: string;
}

const S = '[\\s\\u3000]*';
const MARK = new RegExp(
  `^${S}(?:#{1,6}${S})?(附${S}(?:件|录|表|图)?)${S}([${NUMERAL}]{0,4})${S}([:：]?)${S}(.*)$`,
  'u',
);
/** What may stand after 附件 without a colon or a number: nothing that makes another word of it. */
const LONGEST_NAME = 60;

function markOf(block: TextBlock, index: number): (AnnexMark & { colon: boolean }) | null {
  if (!block.text.includes('附') || block.part === 'AttachmentNote') return null;
  const found = MARK.exec(block.text);
  if (!found) return null;
  const [, word = '', digits = '', colon = '', rest = ''] = found;
  const number = digits ? readNumeral(digits) : null;
  if (digits && number === null) return null;
  if (/[。；;]$/u.test(rest) || rest.length > LONGEST_NAME) return null;
  // 附则, 附加刑: another word; 附件 with words behind it and neither number nor colon: a sentence.
  if (rest && !colon && number === null) return null;
  if (
    rest &&
    !colon &&
    !/[\s\u3000]/u.test(block.text.slice(0, block.text.lastIndexOf(rest)).slice(-1))
  )
    return null;
  const name = word.replace(/[\s\u3000]/gu, '');
  return {
    index,
    word: name,
    number,
    printed: `${name}${digits}`,
    heading: rest.trim(),
    colon: colon !== '',
  };
}

/**
 * Finds the annexes of a text. A list of names under 附件： at its foot opens none: what it names stands
 * again where the annex begins.
 * @returns the lines that open an annex, in order
 */
export function annexMarks(blocks: readonly TextBlock[]): AnnexMark[] {
  const marks = blocks.flatMap((block, index) => markOf(block, index) ?? []);
  return marks.filter((mark, i) => {
    const next = marks[i + 1];
    const same = marks
      .slice(i + 1)
      .some((later) => later.word === mark.word && later.number === mark.number);
    if (same) return false;
    if (blocks[mark.index]!.kind === 'heading') return true;
    const following = blocks[mark.index + 1]?.text ?? '';
    // 附件：1.名单 — the names, one a line, before the signature.
    const lists = mark.colon && /^[\s\u3000]*[1１一][.．、]/u.test(mark.heading || following);
    const signedBelow = blocks.slice(mark.index).some(({ part }) => part === 'Signature');
    if (lists && (mark.heading !== '' || next || signedBelow)) return false;
    // 附件：名单, once: a name at the foot; the annex is not here.
    if (mark.heading && mark.number === null)
      return marks.slice(0, i).some((m) => m.heading === mark.heading);
    // 附件1：甲 and 附件2：乙 on lines that follow one another are such a list too.
    return !(
      mark.heading &&
      (next?.index === mark.index + 1 || marks[i - 1]?.index === mark.index - 1)
    );
  });
}
