/** Sentences: how much of a text to show around words of it. */

/** A sentence ends with one of these, or with its line. Official texts join whole clauses by semicolons: they end one too. */
export const SENTENCE_END = /[。！？；!?;\n]/u;
/** Belongs to the sentence that it stands behind. */
export const CLOSING = /["”’」』）》】]/u;
const CLOSES = /[。！？；!?;]+["”’」』）》】]*/gu;

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
  const lineEnd = feed < 0 ? text.length : feed;
  const ends = endsOf(text);
  const before = countUpTo(ends, start);
  const close = Math.max(before, countUpTo(ends, end - 1));
  return {
    start: Math.max(lineStart, ends[before - 1] ?? 0),
    end: Math.min(lineEnd, ends[close] ?? lineEnd),
  };
}

// Lines of a paragraph that its author broke: between two Chinese characters a line's end is nothing.

const CJK =
  /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2018-\u201d\u{20000}-\u{3ffff}]/u;

/** @returns the text on one line: without the line's end between Chinese characters, elsewhere a space for it */
export function joinLines(text: string): string {
  if (!text.includes('\n')) return text;
  return text.replace(/[ \t]*\r?\n[ \t]*/gu, (end, at: number) => {
    const before = lastCharacter(text, at);
    const after = text.slice(at + end.length).trimStart();
    return CJK.test(before) && CJK.test(firstCharacter(after)) ? '' : ' ';
  });
}

/** The character that ends before an offset. */
function lastCharacter(text: string, at: number): string {
  return [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? '';
}

const firstCharacter = (text: string): string => [...text.slice(0, 2)][0] ?? '';
