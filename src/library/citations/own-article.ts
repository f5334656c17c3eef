/** 本条第二款: a place in the article that says so. */
import { belowArticle, PLACE_BELOW, placeOf } from '../../text/structure/places.ts';
import type { StructuralUnit } from '../../text/structure/types.ts';
import type { Block, Entry } from '../types.ts';
import type { Citation } from './find.ts';
import { isQuoted } from './subjects.ts';

const OWN_ARTICLE = new RegExp(`本条(?=第)${PLACE_BELOW}`, 'gu');

/**
 * The citations of a block to its own article.
 * @param here the unit that the block stands in
 */
export function ownArticle(
  document: Entry,
  { text }: Block,
  here: StructuralUnit | null,
): Citation[] {
  if (!text.includes('本条第')) return [];
  let article = here;
  while (article && article.kind !== 'article') article = article.parent;
  if (!article) return [];
  const own = article;
  return [...text.matchAll(OWN_ARTICLE)].flatMap((match) => {
    const [words, clause, item, subitem] = match;
    if (words === '本条' || isQuoted(text.slice(0, match.index))) return [];
    const place = placeOf([undefined, undefined, undefined, clause, item, subitem], 1);
    if (!place) return [];
    const unit = belowArticle(own, place);
    return [{ start: match.index, end: match.index + words.length, key: document.key, unit }];
  });
}
