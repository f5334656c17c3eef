/** Where a Chinese title may be broken: between words, so that no line ends inside one. */

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A number stays with what it counts. */
const NUMBER = /[第\d一二三四五六七八九十]$/u;
const NUMBERED = /^[\d一二三四五六七八九十]/u;

/**
 * A title in pieces, each of which is best kept on one line. Punctuation stays where it is: a browser
 * knows what it may break there.
 * @returns pieces that together are the title
 */
export function unbroken(title: string): string[] {
  const pieces: string[] = [];
  let wasWord = false;
  for (const { segment, isWordLike = false } of segmenter.segment(title)) {
    const before = pieces.at(-1);
    const apart =
      wasWord && isWordLike && before && !NUMBER.test(before) && !NUMBERED.test(segment);
    if (apart || before === undefined) pieces.push(segment);
    else pieces[pieces.length - 1] = before + segment;
    wasWord = isWordLike;
  }
  return pieces;
}
