/** A page and where it holds the terms → what a reader is shown of it, from as few pieces as tell it. */
import type { Excerpt, Result } from '../../format/types.ts';
import type { OpenIndex, PageId } from '../reader/open-index.ts';
import type { Found } from '../ranking/lookup.ts';
import type { Term } from '../ranking/query.ts';
import { fold } from '../../format/normalise.ts';
import { excerpts } from './excerpt.ts';
import { positionOf, type Hit } from './hits.ts';
import { besidesTitle, fewestPieces, readPieces, termsByPiece } from './read-pieces.ts';

const SENTENCES = 3;

const oneOfEach = (hits: Hit[]): Hit[] =>
  hits.filter((hit, at) => hits.findIndex(({ term }) => term === hit.term) === at);

interface Sentences {
  result: Result;
  /** The wordings that the result shows. */
  said: Set<string>;
}

async function show(
  index: OpenIndex,
  page: PageId,
  terms: Term[],
  found: Found[],
): Promise<Sentences | undefined> {
  const holdings = found.map(({ pages }) => pages.get(page));
  const pieces = termsByPiece(holdings.map(besidesTitle));
  const chosen = fewestPieces(pieces);
  const { piece, inTitle, inText } = await readPieces(index, page, chosen, terms);
  const hits = [...inTitle, ...inText];
  const proved = holdings.every(
    (holding, term) => !holding || hits.some((hit) => hit.term === term),
  );
  if (!proved || hits.length === 0) return undefined;

  const spelt = oneOfEach(hits);
  const said = new Set(inTitle.length > 0 ? [fold(piece.page.title).text] : []);
  const { shown, further, furtherCount } = excerpts(inText, spelt, SENTENCES, said);
  const [marked] = excerpts(inTitle, spelt, 1).shown;
  const result: Result = { ...piece.page, id: page, excerpts: shown, further, furtherCount };
  if (marked) result.marked = marked;
  if (shown.length === 0) result.beginning = piece.beginning;
  const others = [...pieces.keys()].filter((number) => !chosen.includes(number));
  if (found.some(({ firstOnly }) => firstOnly)) {
    if (piece.of > chosen.length) result.elsewhere = null;
  } else if (others.length > 0) {
    const known = new Set(inText.map(positionOf));
    const starts = new Set(holdings.map(besidesTitle).flatMap((holding) => holding?.starts ?? []));
    result.elsewhere = [...starts].filter((start) => !known.has(start)).length;
  }
  return { result, said };
}

/**
 * What is shown of a page.
 * @returns nothing when the page's own words do not hold a term that the index offered it for
 */
export async function resultOf(
  index: OpenIndex,
  page: PageId,
  terms: Term[],
  found: Found[],
): Promise<Result | undefined> {
  return (await show(index, page, terms, found))?.result;
}

/** The sentences of a page with hits that its result does not show. */
export async function furtherSentences(
  index: OpenIndex,
  page: PageId,
  terms: Term[],
  found: Found[],
): Promise<{ sentences: Excerpt[]; count: number }> {
  const shown = await show(index, page, terms, found);
  if (!shown) return { sentences: [], count: 0 };
  const { of } = await index.firstPiece(page);
  const everywhere = found.some(({ firstOnly }) => firstOnly);
  const numbers = everywhere
    ? Array.from({ length: of }, (_, number) => number)
    : [...termsByPiece(found.map(({ pages }) => pages.get(page))).keys()].sort((a, b) => a - b);
  const { inTitle, inText } = await readPieces(index, page, numbers, terms);
  const spelt = oneOfEach([...inTitle, ...inText]);
  const { further, furtherCount } = excerpts(inText, spelt, 0, shown.said);
  return { sentences: further, count: furtherCount };
}
