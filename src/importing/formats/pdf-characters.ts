/**
 * The characters of a PDF: which ones its fonts really say, which glyphs stand for others, which spaces the author wrote. What
 * cannot be known is told. Pure.
 */
import { everydayShare } from './encoding.ts';
import { simplified } from '../../text/simplified.ts';

/**
 * Radicals of CJK Radicals Supplement that are whole characters (EquivalentUnifiedIdeograph); NFKC knows the ones of
 * Kangxi. A font draws 民 and the radical ⺠ by one glyph, and browsers that print with Noto or Source Han then write the radical.
 */
const SUPPLEMENT = new Map(
  '⺁厂⺇几⺎兀⺒巳⺓幺⺝月⺟母⺠民⺩王⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟'
    .match(/../gu)!
    .map((pair) => [...pair] as [string, string]),
);
const DRAWN_ALIKE = /[\u2329\u232A\u2E80-\u2EF3\u2F00-\u2FD5\uF900-\uFAFF\uFB00-\uFB06]/gu;

/** Whether a text is in Simplified characters: a radical such as ⼾ then stands for 户, not for 戶. */
export function isSimplified(text: string): boolean {
  const han = text.replace(DRAWN_ALIKE, '').match(/\p{Script=Han}/gu) ?? [];
  return han.filter((char) => simplified(char) !== char).length <= han.length * 0.02;
}

/**
 * @param inSimplified whether the whole document is
 * @returns the text in characters: no text is written in radicals and ligatures
 */
export const withoutRadicals = (text: string, inSimplified: boolean): string =>
  text.replace(DRAWN_ALIKE, (one) => {
    const char = SUPPLEMENT.get(one) ?? one.normalize('NFKC');
    return inSimplified ? simplified(char) : char;
  });

/**
 * pdf.js reports a gap between letters as a space; typesetters leave such gaps between Chinese characters and figures, where
 * the author wrote none. The drawn glyphs tell them apart.
 * @param texts as pdf.js reports them, in order
 * @param drawn the characters that the same page draws, in the order in which it does
 * @returns the texts without reported spaces that were not drawn; unchanged from where the two part
 */
export function drawnSpaces(texts: string[], drawn: string): string[] {
  const glyphs = [...drawn.matchAll(/(\s*)(\S)/gu)];
  let at = 0;
  return texts.map((text) =>
    text.replace(/\s|\S/gu, (char, place: number) => {
      const [, space, glyph] = glyphs[at] ?? [];
      if (char.trim()) {
        at = char === glyph ? at + 1 : NaN;
        return char;
      }
      const latin = /[!-~]$/u.test(text.slice(0, place)) && /^[!-~]/u.test(glyph ?? '');
      return space !== '' || latin ? char : '';
    }),
  );
}

const CHARACTER = '[\\p{Script=Han}，。、；：）》”（《“]';
const SPACES = new RegExp(`(?<=${CHARACTER})\\s(?=${CHARACTER})`, 'gu');
const TOUCHING = new RegExp(`(?<=${CHARACTER})(?=${CHARACTER})`, 'gu');

/** @returns whether text recognition put a space between most characters, so that spaces say nothing */
export function isSpacedOut(texts: readonly string[]): boolean {
  const count = (gap: RegExp): number =>
    texts.reduce((sum, text) => sum + [...text.matchAll(gap)].length, 0);
  return count(SPACES) > Math.max(20, count(TOUCHING) * 0.43);
}
/** @returns a paragraph without the spaces between its Chinese characters */
export const closedUp = (text: string): string => text.replace(SPACES, '');

const UNKNOWN = /[\p{Co}\p{Cn}\p{Cs}\ufffd\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/gu;

/**
 * Fonts whose codes say no characters give a text that no reader sees.
 * @returns why the text cannot be trusted, or null
 */
export function unreadable(text: string): string | null {
  const solid = text.replace(/\s+/gu, '');
  const unknown = solid.match(UNKNOWN)?.length ?? 0;
  if (unknown > 3 && unknown > solid.length * 0.02)
    return `PDF 的字体没有说明其中 ${unknown} 个字是什么字`;
  const beyond = solid.match(/[^\u0000-\u007f]/gu)?.length ?? 0;
  return beyond > 60 && beyond > solid.length * 0.5 && everydayShare(solid) < 0.06
    ? 'PDF 的字体把字写成了别的字（没有正确的文字对照表）'
    : null;
}

/** @returns what an editor should know of the characters of a text as it was drawn */
export function characterRemarks(drawn: string, inSimplified: boolean): string[] {
  const written = withoutRadicals(drawn, inSimplified);
  const alike = drawn.match(DRAWN_ALIKE) ?? [];
  const folded = alike.filter((one) => withoutRadicals(one, inSimplified) !== one).length;
  const left = [...new Set(written.match(/[\u2E80-\u2EF3\u2F00-\u2FD5]/gu))].join('');
  const unknown = drawn.match(UNKNOWN)?.length ?? 0;
  return [
    folded && `PDF 中有 ${folded} 个字写作部首或连字的编码（如 ⺠、ﬁ），已换成通用的字（民、fi）。`,
    left && `PDF 中的“${left}”是部首的编码，不知道是什么字：请改成原件上的字。`,
    unknown && `PDF 中有 ${unknown} 个字符不是通用的文字（字体自造的字或符号）：请与原件核对。`,
  ].flatMap((remark) => remark || []);
}
