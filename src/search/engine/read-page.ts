/** A page and where it holds the terms → the pieces of its text that tell so, joined to texts, and the hits in them. */
import { pieceAt, type Piece, type PieceText } from '../format/index-files.ts';
import { fold, type FoldTable } from '../format/normalise.ts';
import { placeInTitle } from '../format/tokens.ts';
import { findHits, type Hit, type ReadText } from './hits.ts';
import type { TermMatches, TermMatch } from './lookup.ts';
import type { OpenIndex } from './open-index.ts';
import type { PageId } from './page-facts.ts';
import type { Term } from './query.ts';

interface PlacedUnit {
  /** Offset in its text. */
  at: number;
  id: string;
  label: string;
  within: string;
}

/** The units of a part, and where in it they begin. */
function unitsOf({ text, units }: PieceText): PlacedUnit[] {
  const lines = text.split('\n');
  let at = 0;
  return units.map(([id, label, within = ''], line) => {
    const unit = { at, id, label, within };
    at += (lines[line] ?? '').length + 1;
    return unit;
  });
}

type Part = Omit<PieceText, 'units'> & { units: PlacedUnit[] };

/** The first part with what the second adds to it; nothing when they do not touch. */
function joined(one: Part, other: Part): Part | undefined {
  const end = one.offset + one.text.length;
  if (one.stretch !== other.stretch || other.offset > end) return undefined;
  const known = new Set(one.units.map(({ id, label }) => `${id}\n${label}`));
  const shift = other.offset - one.offset;
  const cut = {
    ...(one.cut?.before && { before: true }),
    ...(other.cut?.after && { after: true }),
  };
  return {
    ...one,
    text: one.text + other.text.slice(end - other.offset),
    units: [
      ...one.units,
      ...other.units
        .filter(({ id, label }) => !known.has(`${id}\n${label}`))
        .map((unit) => ({ ...unit, at: unit.at + shift })),
    ],
    cut: cut as Part['cut'],
  };
}

/** @param pieces of one page, in ascending order */
export function readTexts(pieces: Piece[], table: FoldTable): ReadText[] {
  const parts: Part[] = [];
  for (const text of pieces.flatMap(({ texts }) => texts)) {
    const part = { ...text, units: unitsOf(text) };
    const at = parts.map(({ stretch }) => stretch).lastIndexOf(part.stretch);
    const both = at < 0 ? undefined : joined(parts[at]!, part);
    if (both) parts[at] = both;
    else parts.push(part);
  }
  return parts.map(({ position, text, units, cut }) => ({
    position,
    text,
    units,
    unitStarts: units.map(({ at }) => at),
    folded: fold(text, table),
    cutBefore: cut?.before === true,
    cutAfter: cut?.after === true,
  }));
}

/** What was read of a page. */
export interface Reading {
  piece: Piece;
  texts: ReadText[];
  /** Hits in the title, and in the texts but for the title. */
  inTitle: Hit[];
  inText: Hit[];
}

/** Each piece with the terms that begin in it. */
export function termsByPiece(holdings: (TermMatch | undefined)[]): Map<number, Set<number>> {
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
export function besidesTitle(holding: TermMatch | undefined): TermMatch | undefined {
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
    units: [{ id: 'title', label: '标题', within: '' }],
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
  found: TermMatches[],
): Promise<boolean> {
  const pieces = termsByPiece(found.map(({ pages }) => pages.get(page)));
  const numbers = [...pieces.keys()].sort((one, other) => one - other);
  const { inTitle, inText } = await readPieces(index, page, numbers, terms);
  return terms.every((_, term) => [...inTitle, ...inText].some((hit) => hit.term === term));
}
