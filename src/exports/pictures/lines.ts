/** Words in lines, as Chinese is set: no line begins with a closing mark or ends with an opening one (W3C clreq, 3.1.7). */

/** What may not begin a line. */
const CLOSING = /^[，。、；：！？）》〉」』】〕〗”’…—·％%,.;:!?)\]]/u;
/** What may not end one. */
const OPENING = /[（《〈「『【〔〖“‘([]$/u;
/** Latin words and figures stay whole. */
const PIECES = /[\p{Script=Latin}\p{Nd}.,%+-]+|\s+|./gsu;

/** Stretches of words that a line may not cut. */
export function stretches(words: string): string[] {
  const whole: string[] = [];
  for (const [piece] of words.matchAll(PIECES)) {
    const last = whole.at(-1);
    if (last !== undefined && (CLOSING.test(piece) || OPENING.test(last)))
      whole[whole.length - 1] = last + piece;
    else whole.push(piece);
  }
  return whole;
}

type Measure = (words: string) => number;

/**
 * @param width that no line exceeds, unless a single stretch does, which is then cut by characters
 * @param measure the width of words in a row
 */
export function linesOf(words: string, width: number, measure: Measure): string[] {
  const lines: string[] = [''];
  for (const stretch of stretches(words))
    for (const piece of measure(stretch) > width ? stretch : [stretch]) {
      const longer = lines.at(-1)! + piece;
      if (measure(longer.trimEnd()) <= width) lines[lines.length - 1] = longer;
      else lines.push(piece.trimStart());
    }
  return lines.map((line) => line.trim()).filter(Boolean);
}

/**
 * Lines of about the same length, so that none is left with a single character.
 * @param step by which the lines are narrowed: an em
 */
export function evenLines(words: string, width: number, measure: Measure, step: number): string[] {
  let lines = linesOf(words, width, measure);
  for (let narrow = width - step; narrow >= width / 2; narrow -= step) {
    const narrower = linesOf(words, narrow, measure);
    if (narrower.length > lines.length || narrower.some((line) => measure(line) > narrow)) break;
    lines = narrower;
  }
  return lines;
}
