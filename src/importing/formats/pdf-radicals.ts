/**
 * Radicals that stand for characters. A font draws 民 and the radical ⺠ by one glyph, and some programs (browsers that print
 * with Noto or Source Han) then write the radical into the PDF. No text is written in radicals: they are the characters
 * that Unicode holds equivalent (EquivalentUnifiedIdeograph). Ligatures of Latin letters are drawn the same way. Pure.
 */

/** Those of CJK Radicals Supplement that are whole characters; NFKC knows the ones of Kangxi, not these. */
const SUPPLEMENT = new Map(
  Object.entries({
    '⺁': '厂',
    '⺇': '几',
    '⺎': '兀',
    '⺒': '巳',
    '⺓': '幺',
    '⺟': '母',
    '⺠': '民',
    '⺩': '王',
    '⻁': '虎',
    '⻄': '西',
    '⻅': '见',
    '⻆': '角',
    '⻉': '贝',
    '⻋': '车',
    '⻑': '長',
    '⻓': '长',
    '⻔': '门',
    '⻘': '青',
    '⻙': '韦',
    '⻚': '页',
    '⻛': '风',
    '⻜': '飞',
    '⻝': '食',
    '⻢': '马',
    '⻣': '骨',
    '⻤': '鬼',
    '⻥': '鱼',
    '⻦': '鸟',
    '⻧': '卤',
    '⻨': '麦',
    '⻩': '黄',
    '⻪': '黾',
    '⻬': '齐',
    '⻮': '齿',
    '⻰': '龙',
    '⻳': '龟',
  }),
);
const DRAWN_ALIKE = /[\u2329\u232A\u2E80-\u2EF3\u2F00-\u2FD5\uFB00-\uFB06]/gu;

/** @returns the text in characters */
export const withoutRadicals = (text: string): string =>
  text.replace(DRAWN_ALIKE, (one) => SUPPLEMENT.get(one) ?? one.normalize('NFKC'));

/** @returns how many characters of the text are such */
export const countRadicals = (text: string): number =>
  [...text.matchAll(DRAWN_ALIKE)].filter(([one]) => withoutRadicals(one) !== one).length;

/** @returns what an editor should know of so many of them */
export const radicalRemarks = (count: number): string[] =>
  count > 0
    ? [`PDF 中有 ${count} 个字写作部首或连字的编码（如 ⺠、ﬁ），已换成通用的字（民、fi）。`]
    : [];
