/** Sentences: how much of a text to show around words of it. */

/** A sentence ends with one of these, or with its line. Official texts join whole clauses by semicolons: they end one too. */
export const SENTENCE_END = /[。！？；!?;\n]/u;
/** Belongs to the sentence that it stands behind. */
export const CLOSING = /["”’」』）》】]/u;
const CLOSES = /[。！？；!?;]+["”’」』）》】]*/gu;

/**
 * Widens a range to the sentence, or sentences, that it stands in, within its line or lines.
 * @param text a paragraph, or several, one a line
 * @param start offset of the first character of the range
 * @param end offset behind its last
 * @returns offsets into `text`
 */
export function sentenceAround(
  text: string,
  start: number,
  end: number,
): { start: number; end: number } {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const feed = text.indexOf('\n', end);
  const around = { start: lineStart, end: feed < 0 ? text.length : feed };
  for (const close of text.slice(lineStart, around.end).matchAll(CLOSES)) {
    const at = lineStart + close.index + close[0].length;
    if (at <= start) around.start = at;
    else if (at >= end) return { ...around, end: at };
  }
  return around;
}

/**
 * Joins the lines of a paragraph that its author broke; at build time, for not every browser looks behind.
 * @returns the text on one line: without the line's end between Chinese characters, elsewhere a space for it
 */
export function joinLines(text: string): string {
  if (!text.includes('\n')) return text;
  const cjk = String.raw`[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u2018-\u201d\u{20000}-\u{3ffff}]`;
  const between = new RegExp(String.raw`(?<=${cjk})[ \t]*\r?\n[ \t]*(?=${cjk})`, 'gu');
  return text.replace(between, '').replace(/[ \t]*\r?\n[ \t]*/gu, ' ');
}
