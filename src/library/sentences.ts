/** Sentences: how much of a paragraph to show around a quotation. */

/** Official texts join whole clauses by semicolons: they close a sentence here too. */
const CLOSES = /[。！？；!?;]+[”’」』）》]*/gu;

/**
 * Widens a range to the sentence, or sentences, that it stands in.
 * @param text a paragraph
 * @returns offsets into `text`
 */
export function sentenceAround(
  text: string,
  start: number,
  end: number,
): { start: number; end: number } {
  let from = 0;
  for (const close of text.matchAll(CLOSES)) {
    const after = close.index + close[0].length;
    if (after <= start) from = after;
    else if (after >= end) return { start: from, end: after };
  }
  return { start: from, end: text.length };
}
