/** A page and where it holds the terms → what a reader is shown of it, from as few pieces as tell it. */
import { pieceAt, type Piece } from '../index/pieces.ts';
import { fold } from '../text/normalise.ts';
import { placeInTitle } from '../text/positions.ts';
import { excerpts } from './excerpt.ts';
import { findHits, positionOf, type Hit } from './hits.ts';
import type { Found, Holding } from '../ranking/lookup.ts';
import type { OpenIndex, PageId } from '../index-reader/open-index.ts';
import { readTexts, type ReadText } from './page-texts.ts';
import type { Term } from '../ranking/query.ts';
import type { Excerpt, Result } from '../engine/types.ts';

const SENTENCES = 3;

/** What was read of a page. */
interface Reading {
  piece: Piece;
  texts: ReadText[];
  /** Hits in the title, and in the texts but for the title. */
  inTitle: Hit[];
  inText: Hit[];
}

/** Each piece with the terms that begin in it. */
function termsByPiece(holdings: (Holding | undefined)[]): Map<number, Set<number>> {
  const pieces = new Map<number, Set<number>>();
  holdings.forEach((holding, term) => {
    for (const start of holding?.starts ?? []) {
      const number = pieceAt(start);
      pieces.set(number, (pieces.get(number) ?? new Set()).add(term));
    }
  });
  return pieces;
}

/** The holding without what is the title, as long as something else is left. */
function besidesTitle(holding: Holding | undefined): Holding | undefined {
  if (!holding) return undefined;
  const title = new Set(holding.inNames.map(placeInTitle));
  const starts = holding.starts.filter((start) => !title.has(start));
  return starts.length > 0 ? { ...holding, starts } : holding;
}

/** As few pieces as hold every term, the first of those that are as good. */
function fewest(pieces: Map<number, Set<number>>): number[] {
  const chosen: number[] = [];
  const seen = new Set<number>();
  const left = [...pieces].sort(([one], [other]) => one - other);
  for (;;) {
    const news = left.map(([, terms]) => [...terms].filter((term) => !seen.has(term)).length);
    const most = Math.max(0, ...news);
    if (most === 0) return chosen.sort((one, other) => one - other);
    const [number, terms] = left[news.indexOf(most)]!;
    chosen.push(number);
    terms.forEach((term) => seen.add(term));
  }
}

function titleText(title: string): ReadText {
  return {
    position: 0,
    units: [{ id: 'title', label: '标题' }],
    unitStarts: [0],
    text: title,
    folded: fold(title),
    cutBefore: false,
    cutAfter: false,
  };
}

/** Reads pieces of a page and finds the terms in them; long terms may run on into the pieces after. */
async function read(
  index: OpenIndex,
  page: PageId,
  numbers: number[],
  terms: Term[],
): Promise<Reading> {
  const beyond = Math.max(...terms.map(({ text }) => pieceAt(text.length)));
  const first = await index.piece(page, numbers[0] ?? 0);
  const wanted = new Set(
    numbers.flatMap((number) => Array.from({ length: beyond + 1 }, (_, at) => number + at)),
  );
  const within = [...wanted].filter((number) => number < first.of).sort((a, b) => a - b);
  const pieces = await Promise.all(within.map((number) => index.piece(page, number)));
  const { title } = first.page;
  const texts = readTexts(pieces, index.table);
  const inTitle = findHits(terms, [{ ...titleText(title), folded: fold(title, index.table) }]);
  const inText = findHits(terms, texts).filter(({ stretch }) => stretch.text !== title);
  const named = pieces.find(({ beginning }) => beginning !== undefined);
  return { piece: named ?? first, texts, inTitle, inText };
}

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
  const chosen = fewest(pieces);
  const { piece, inTitle, inText } = await read(index, page, chosen, terms);
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
  const { inTitle, inText } = await read(index, page, numbers, terms);
  const spelt = oneOfEach([...inTitle, ...inText]);
  const { further, furtherCount } = excerpts(inText, spelt, 0, shown.said);
  return { sentences: further, count: furtherCount };
}

/** Whether the page's own words hold every term. */
export async function proves(
  index: OpenIndex,
  page: PageId,
  terms: Term[],
  found: Found[],
): Promise<boolean> {
  const pieces = termsByPiece(found.map(({ pages }) => pages.get(page)));
  const numbers = [...pieces.keys()].sort((one, other) => one - other);
  const { inTitle, inText } = await read(index, page, numbers, terms);
  return terms.every((_, term) => [...inTitle, ...inText].some((hit) => hit.term === term));
}
