/** Lines of a paragraph that its author broke: between two Chinese characters a line's end is nothing. */

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
