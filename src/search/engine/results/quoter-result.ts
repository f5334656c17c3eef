/** What a reader is shown of a page that holds the query only in what it quotes: the words, as the quoted page has them. */
import { pieceAt } from '../../build/pieces.ts';
import { excerpts } from './excerpt.ts';
import { findHits, positionOf } from './hits.ts';
import type { Found } from '../ranking/lookup.ts';
import type { OpenIndex } from '../reader/open-index.ts';
import { readTexts } from './page-texts.ts';
import type { Term } from '../ranking/query.ts';
import type { Quoter } from '../ranking/quoting.ts';
import { resultOf } from './result.ts';
import type { Excerpt, Quoting, Result } from '../../format/types.ts';

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
  found: Found[],
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
