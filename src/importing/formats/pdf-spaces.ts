/**
 * Spaces that a PDF really holds. pdf.js reports a gap between letters as a space; typesetters leave such gaps
 * between Chinese characters and figures, where the author wrote none. The drawn glyphs tell them apart. Pure.
 */

/** A glyph that is drawn; numbers between glyphs only move them. */
type Drawn = { unicode?: string } | number | null;

/** @returns the characters that a page draws, in the order in which it does */
export function drawnText(fnArray: number[], argsArray: unknown[], showText: number): string {
  return fnArray
    .map((fn, i) => {
      if (fn !== showText) return '';
      const [glyphs] = argsArray[i] as [Drawn[]];
      return glyphs
        .map((glyph) => (glyph && typeof glyph === 'object' ? (glyph.unicode ?? '') : ''))
        .join('');
    })
    .join('');
}

/**
 * @param texts as pdf.js reports them, in order
 * @param drawn what `drawnText` gives for the same page
 * @returns the texts without reported spaces that were not drawn; unchanged from where the two part
 */
export function drawnSpaces(texts: string[], drawn: string): string[] {
  let at = 0;
  let parted = false;
  return texts.map((text) => {
    let kept = '';
    for (const char of text) {
      if (parted) {
        kept += char;
        continue;
      }
      if (/\s/u.test(char)) {
        const next = drawn.slice(at, at + 1);
        const real = next !== '' && /\s/u.test(next);
        if (real) at++;
        const latin = /[!-~]$/u.test(kept) && /^[!-~]/u.test(drawn.slice(at));
        if (real || latin) kept += char;
        continue;
      }
      while (/^\s/u.test(drawn.slice(at, at + 1))) at++;
      if (drawn.startsWith(char, at)) at += char.length;
      else parted = true;
      kept += char;
    }
    return kept;
  });
}
