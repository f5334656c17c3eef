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

/** A name in lines of at most so many characters, none ending inside a word that would fit. */
function wrapped(name: string, most: number): string[] {
  const lines: string[] = [''];
  for (const word of unbroken(name)) {
    const characters = Array.from(word);
    for (let at = 0; at < characters.length; at += most) {
      const piece = characters.slice(at, at + most).join('');
      if (lines.at(-1)!.length + piece.length <= most) lines[lines.length - 1] += piece;
      else lines.push(piece);
    }
  }
  return lines.filter((line) => line !== '');
}

/**
 * A name in as few lines as there must be, these as even as they can be.
 * @param most characters that a line has room for
 */
export function evenLines(name: string, most: number): string[] {
  const fewest = wrapped(name, most).length;
  let fill = Math.ceil(name.length / fewest);
  while (fill < most && wrapped(name, fill).length > fewest) fill += 1;
  return wrapped(name, fill);
}
