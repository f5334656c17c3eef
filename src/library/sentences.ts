/** Sentences: how much of a paragraph to show around a quotation. */

/** Official texts join whole clauses by semicolons: they close a sentence here too. */
const CLOSES = /[。！？；!?;]+[”’」』）》]*/gu;

/** The text last asked about, and where its sentences end: a paragraph may name many entries. */
let last: { text: string; ends: number[] } = { text: '', ends: [] };

function endsOf(text: string): number[] {
  if (last.text !== text) {
    const ends = Array.from(text.matchAll(CLOSES), (close) => close.index + close[0].length);
    last = { text, ends };
  }
  return last.ends;
}

/** How many of some numbers in order are at most `limit`. */
function countUpTo(numbers: number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

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
  const ends = endsOf(text);
  const before = countUpTo(ends, start);
  const close = Math.max(before, countUpTo(ends, end - 1));
  return { start: ends[before - 1] ?? 0, end: ends[close] ?? text.length };
}
