/** A page and where it holds the terms → the pieces of its text that tell so, and the hits in them. */
import { pieceAt, type Piece } from '../../build/pieces.ts';
import type { OpenIndex, PageId } from '../reader/open-index.ts';
import type { Found, Holding } from '../ranking/lookup.ts';
import type { Term } from '../ranking/query.ts';
import { fold } from '../../format/normalise.ts';
import { placeInTitle } from '../../format/positions.ts';
import { findHits, type Hit } from './hits.ts';
import { readTexts, type ReadText } from './page-texts.ts';

/** What was read of a page. */
export interface Reading {
  piece: Piece;
  texts: ReadText[];
  /** Hits in the title, and in the texts but for the title. */
  inTitle: Hit[];
  inText: Hit[];
}

/** Each piece with the terms that begin in it. */
export function termsByPiece(holdings: (Holding | undefined)[]): Map<number, Set<number>> {
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
export function besidesTitle(holding: Holding | undefined): Holding | undefined {
  if (!holding) return undefined;
  const title = new Set(holding.inNames.map(placeInTitle));
  const starts = holding.starts.filter((start) => !title.has(start));
  return starts.length > 0 ? { ...holding, starts } : holding;
}

/** As few pieces as hold every term, the first of those that are as good. */
export function fewestPieces(pieces: Map<number, Set<number>>): number[] {
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
export async function readPieces(
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

/** Whether the page's own words hold every term. */
export async function proves(
  index: OpenIndex,
  page: PageId,
  terms: Term[],
  found: Found[],
): Promise<boolean> {
  const pieces = termsByPiece(found.map(({ pages }) => pages.get(page)));
  const numbers = [...pieces.keys()].sort((one, other) => one - other);
  const { inTitle, inText } = await readPieces(index, page, numbers, terms);
  return terms.every((_, term) => [...inTitle, ...inText].some((hit) => hit.term === term));
}
