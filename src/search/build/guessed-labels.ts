/**
 * What units are called can mostly be told from their own words and from the unit before: a line that begins with 第三条 is
 * 第三条 or 第三条第一款, and the one after it 第三条第二款. Pieces of a page state which guess is right in place of the words.
 */
import { printNumeral, readNumeral } from '../../text/numerals.ts';

const ARTICLE = /^第[〇零一二三四五六七八九十百千]+条/u;
const ITEM = /^[（(][一二三四五六七八九十百千]+[）)]/u;
const LAST_PARAGRAPH = /第([零一二三四五六七八九十百千]+)款$/u;
const LAST_ITEM = /第[（(][^）)]*[）)]项$/u;
/** 项, and 目 below it. */
const ITEMS = /第[（(][^）)]*[）)]项(?:第[^第]+目)?$/u;

/** 第十二条第一款 → 第十二条第二款, and so after its last 项. */
function nextParagraph(before: string): string | undefined {
  const paragraph = before.replace(ITEMS, '');
  const number = readNumeral(LAST_PARAGRAPH.exec(paragraph)?.[1] ?? '');
  if (!number || number > 9998) return undefined;
  return paragraph.replace(LAST_PARAGRAPH, `第${printNumeral(number + 1)}款`);
}

/** Guesses in an order that is never to change: a piece states the place of the right one. */
function guesses(id: string, line: string, before: string): (string | undefined)[] {
  const article = ARTICLE.exec(line)?.[0];
  const item = ITEM.exec(line)?.[0];
  return [
    article,
    article && `${article}第一款`,
    nextParagraph(before),
    item && `${before.replace(LAST_ITEM, '')}第${item}项`,
    /^p\d+$/u.test(id) ? `第${id.slice(1)}段` : undefined,
    before,
  ];
}

/**
 * @param id of a unit
 * @param line its words, as far as the piece has them
 * @param before what the unit before it is called
 * @returns the place of the first guess that is right, or the label
 */
export function packLabel(label: string, id: string, line: string, before: string) {
  const guess = guesses(id, line, before).indexOf(label);
  return guess < 0 ? label : guess;
}

/** The label that was packed; parameters as of `packLabel`. */
export const unpackLabel = (
  packed: string | number,
  id: string,
  line: string,
  before: string,
): string => (typeof packed === 'string' ? packed : guesses(id, line, before)[packed]!);
