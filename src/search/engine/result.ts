/** A page and where it holds the terms → what a reader is shown of it. */
import { fold } from '../format/normalise.ts';
import { placeInTitle } from '../format/tokens.ts';
import type { Excerpt, Result } from '../format/types.ts';
import { excerpts } from './excerpt.ts';
import type { Term, TermMatch, TermMatches } from './lookup.ts';
import type { OpenIndex } from './open-index.ts';
import type { PageId } from './page-facts.ts';
import type { Quoter } from './ranking.ts';
import { findHits, positionOf, readHits, readPieces, textsOf } from './read-page.ts';

/** Sentences shown of a page. */
const SENTENCES = 3;

/** Where a page holds a term, without what is the title, as long as something else is left. */
function besidesTitle(match: TermMatch | undefined): number[] {
  if (!match) return [];
  const title = new Set(match.inNames.map(placeInTitle));
  const starts = match.starts.filter((start) => !title.has(start));
  return starts.length > 0 ? starts : match.starts;
}

/**
 * What is shown of a page: of each term, what is around the first place.
 * @returns nothing when the page's own words do not hold a term that the index offered it for
 */
export async function resultOf(
  index: OpenIndex,
  id: PageId,
  terms: Term[],
  found: TermMatches[],
): Promise<Result | undefined> {
  const matches = found.map(({ pages }) => pages.get(id));
  const starts = matches.map(besidesTitle);
  const firsts = starts.map((list) => list.slice(0, 1));
  const { pieces, inTitle, inText } = await readHits(index, id, terms, firsts);
  const hits = [...inTitle, ...inText];
  const spelt = hits.filter((hit) => hit === hits.find(({ term }) => term === hit.term));
  const proved = matches.every((match, term) => !match || spelt.some((hit) => hit.term === term));
  if (!proved || hits.length === 0) return undefined;
  const { page, beginning } = pieces.find((piece) => piece.beginning) ?? pieces[0]!;
  const said = inTitle.length > 0 ? [fold(page.title).text] : [];
  const sentences = excerpts(inText, spelt, SENTENCES, said);
  const [marked] = excerpts(inTitle, spelt, 1).excerpts;
  const shown = new Set(sentences.shown.map(positionOf));
  return {
    ...page,
    id,
    ...(marked && { marked }),
    ...(sentences.excerpts.length === 0 && { beginning }),
    excerpts: sentences.excerpts,
    more: new Set(starts.flat().filter((start) => !shown.has(start))).size,
  };
}

/** Whether the page's own words hold every term. */
export async function proves(
  index: OpenIndex,
  id: PageId,
  terms: Term[],
  found: TermMatches[],
): Promise<boolean> {
  const starts = found.map(({ pages }) => pages.get(id)?.starts ?? []);
  const { inTitle, inText } = await readHits(index, id, terms, starts);
  return terms.every((_, term) => [...inTitle, ...inText].some((hit) => hit.term === term));
}

/** What a quotation holds of the query: the words, as the quoted page has them. */
async function quoted(
  index: OpenIndex,
  { of, start, term, quotation }: Quoter['quotations'][number],
  terms: Term[],
): Promise<Excerpt[]> {
  const pieces = await readPieces(index, of, [[start, start + terms[term]!.text.length - 1]]);
  const hits = findHits([terms[term]!], textsOf(pieces, index.table)).filter((hit) => {
    const position = positionOf(hit);
    return position >= quotation.from && position < quotation.to;
  });
  const { anchor } = quotation;
  const found = excerpts(hits, hits.slice(0, 1), 1).excerpts;
  return found.map((excerpt) => ({ ...excerpt, anchor, label: '原文' }));
}

/** A page that quotes the query as a result of its own, with the words that it quotes. */
export async function quoterResult(
  index: OpenIndex,
  { id, quotations }: Quoter,
  terms: Term[],
  found: TermMatches[],
): Promise<Result> {
  const { page } = await index.piece(id, 0);
  const own = await resultOf(index, id, terms, found);
  const words = await Promise.all(quotations.map((one) => quoted(index, one, terms)));
  const sentences = new Map<string, Excerpt>();
  for (const excerpt of words.flat()) {
    const sentence = excerpt.parts.map(({ text }) => text).join('');
    if (!sentences.has(sentence)) sentences.set(sentence, excerpt);
  }
  const result = own ?? { ...page, id, excerpts: [], more: 0 };
  return { ...result, excerpts: [...result.excerpts, ...sentences.values()] };
}

/** A page that quotes a result, as a line under it. */
export async function quoterLine(
  index: OpenIndex,
  { id, quotations }: Quoter,
  terms: Term[],
): Promise<Result> {
  const { page } = await index.piece(id, 0);
  const { anchor } = quotations[0]!.quotation;
  const hits = quotations.map(({ term }) => terms[term]!.typed);
  return { ...page, id, excerpts: [{ anchor, label: '原文', parts: [], hits }], more: 0 };
}
