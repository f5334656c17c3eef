/** A page and where it holds the terms → what a reader is shown of it, from as few pieces as tell it. */
import { pieceAt } from '../format/index-files.ts';
import { fold } from '../format/normalise.ts';
import type { Excerpt, Quoting, Result } from '../format/types.ts';
import { excerpts } from './excerpt.ts';
import { findHits, positionOf, type Hit } from './hits.ts';
import type { TermMatches } from './lookup.ts';
import type { OpenIndex } from './open-index.ts';
import type { PageId } from './page-facts.ts';
import type { Term } from './query.ts';
import type { Quoter } from './quoting.ts';
import { besidesTitle, fewestPieces, readPieces, readTexts, termsByPiece } from './read-page.ts';

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
  found: TermMatches[],
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
  found: TermMatches[],
): Promise<Result | undefined> {
  return (await show(index, page, terms, found))?.result;
}

/** The sentences of a page with hits that its result does not show. */
export async function furtherSentences(
  index: OpenIndex,
  page: PageId,
  terms: Term[],
  found: TermMatches[],
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

/** What a quotation holds of the query: the words, as the quoted page has them. */
async function quoted(
  index: OpenIndex,
  { of, start, term, quotation }: Quoter['quotations'][number],
  terms: Term[],
): Promise<Excerpt[]> {
  const piece = await index.piece(of, pieceAt(start));
  const hits = findHits([terms[term]!], readTexts([piece], index.table)).filter((hit) => {
    const position = positionOf(hit);
    return position >= quotation.from && position < quotation.to;
  });
  return excerpts(hits, hits.slice(0, 1), 1).shown.map((excerpt) => ({
    ...excerpt,
    anchor: quotation.anchor,
    label: '原文',
  }));
}

/** The quoter as a result of its own. */
export async function quoterResult(
  index: OpenIndex,
  quoter: Quoter,
  terms: Term[],
  found: TermMatches[],
): Promise<Result> {
  const { page } = await index.firstPiece(quoter.id);
  const own = await resultOf(index, quoter.id, terms, found);
  const words = await Promise.all(quoter.quotations.map((one) => quoted(index, one, terms)));
  const seen = new Set<string>();
  const distinct = words.flat().filter(({ parts }) => {
    const sentence = parts.map(({ text }) => text).join('');
    return seen.has(sentence) ? false : seen.add(sentence);
  });
  const empty: Result = { ...page, id: quoter.id, excerpts: [], further: [], furtherCount: 0 };
  const result = own ?? empty;
  return { ...result, excerpts: [...result.excerpts, ...distinct] };
}

/** The quoter as a line under the page that it quotes. */
export async function quoterLine(
  index: OpenIndex,
  { id, quotations }: Quoter,
  terms: Term[],
): Promise<Quoting> {
  const { page } = await index.firstPiece(id);
  return {
    ...page,
    anchor: quotations[0]!.quotation.anchor,
    hits: quotations.map(({ term }) => terms[term]!.typed),
  };
}

/** The result with the line of those that quote it, where there are some. */
export function withQuoting(result: Result, quoters: Quoter[]): Result {
  if (quoters.length === 0) return result;
  const units = new Set(
    quoters.flatMap(({ quotations }) => quotations.map(({ quotation }) => quotation.unit)),
  );
  return { ...result, quoting: { count: quoters.length, onePassage: units.size === 1 } };
}
