/**
 * What readers call a unit of a page, told from the anchors that its page has anyway, so that a page states it only
 * where it is something else: `p3` is 第3段; the paragraph that begins with the anchor `a12-k2` is what `a12` prints,
 * 第十二条, and 第二款; `a12-k2-x3` is that and the 项 whose number it prints.
 */
import { printNumeral } from './numerals.ts';

/** The words that an anchor of the page stands on; undefined where the page has no such anchor. */
export type WordsAt = (id: string) => string | undefined;

const PART = /^(.+)-([kxm])(\d+)(?:-\d+)?$/u;
const ARTICLE = /(?:^|-)a\d+(?:-\d+)?$/u;

/** `（三）` stays as it is, `3.` is 3: as `src/text/structure/units.ts` names them. */
export const inOrder = (label: string): string =>
  /^[（(]/u.test(label) ? label : label.replace(/[、.．）)]$/u, '');

function nameAt(id: string, wordsAt: WordsAt): string | undefined {
  const part = PART.exec(id);
  if (!part) return ARTICLE.test(id) ? wordsAt(id) : undefined;
  const [, of, kind, number] = part as unknown as [string, string, string, string];
  const name = nameAt(of, wordsAt);
  if (name === undefined) return undefined;
  if (kind !== 'k') return `${name}第${inOrder(wordsAt(id) ?? '')}${kind === 'x' ? '项' : '目'}`;
  return wordsAt(`${of}-k2`) === undefined ? name : `${name}第${printNumeral(Number(number))}款`;
}

/**
 * @param id of a paragraph
 * @param anchor the first anchor in it, if it has one
 * @returns its label; empty where the anchors do not tell
 */
export function labelByAnchors(id: string, anchor: string | undefined, wordsAt: WordsAt): string {
  const first = anchor && ARTICLE.test(anchor) ? `${anchor}-k1` : anchor;
  const name = first && nameAt(first, wordsAt);
  return name ?? (/^p\d+$/u.test(id) ? `第${id.slice(1)}段` : '');
}

/** The units of a page: what says what it is called, and the paragraphs of a document, whose anchors tell it. */
export const UNIT = '[data-unit], [data-flow] p[id]';

/** @returns what a unit of a page is called: as it says itself, else as its anchors tell */
export function labelOfUnit(unit: Element): string {
  const stated = unit.getAttribute('data-unit');
  if (stated) return stated;
  const wordsAt: WordsAt = (id) => unit.ownerDocument.getElementById(id)?.textContent ?? undefined;
  return labelByAnchors(unit.id, unit.querySelector('span[id]')?.id, wordsAt);
}
