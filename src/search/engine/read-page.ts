/** A page and positions on it → the pieces of its texts that hold them, and where in them the terms of a query stand. */
import { pieceAt, type Piece, type PieceText, type PageId } from '../format/index-files.ts';
import { fold, type Folded, type FoldTable } from '../format/normalise.ts';
import type { Term } from './lookup.ts';
import type { OpenIndex } from './open-index.ts';

export interface ReadUnit {
  id: string;
  label: string;
  /** Address of the annex that it stands in; empty for none. */
  within: string;
  text: string;
  /** Offset in the text where it begins. */
  start: number;
}

/** Units of one text of a page that follow one another, with their normal form. */
export interface ReadText {
  /** Position of the first character of the normal form. */
  position: number;
  units: ReadUnit[];
  /** A line a unit. */
  text: string;
  folded: Folded;
}

/** Positions of a page, both included. */
export type Range = [first: number, last: number];

/** Reads the pieces of a page that hold these positions, in order. */
export async function readPieces(
  index: OpenIndex,
  page: PageId,
  ranges: Range[],
): Promise<Piece[]> {
  const pieces = new Map<number, Piece>();
  async function read(number: number): Promise<Piece> {
    const piece = await index.piece(page, number);
    pieces.set(number, piece);
    return piece;
  }
  async function readRange([first, last]: Range): Promise<void> {
    let at = pieceAt(first);
    const { of, texts } = await read(at);
    for (let number = at + 1; number < of && number <= pieceAt(last); number++) await read(number);
    // A unit is in the piece where it begins: what stands before the first unit of a piece is in one before.
    for (let [text] = texts; at > 0 && !(text && text.position <= first);)
      [text] = (await read(--at)).texts;
  }
  await Promise.all(ranges.map(readRange));
  return [...pieces].sort(([one], [other]) => one - other).map(([, piece]) => piece);
}

/** @param pieces of one page, in order */
export function textsOf(pieces: Piece[], table: FoldTable): ReadText[] {
  const joined: PieceText[] = [];
  for (const part of pieces.flatMap(({ texts }) => texts)) {
    const last = joined.at(-1);
    if (last && last.text === part.text && last.firstUnit + last.units.length === part.firstUnit)
      joined[joined.length - 1] = { ...last, units: [...last.units, ...part.units] };
    else joined.push(part);
  }
  return joined.map(({ position, units: rows }) => {
    let next = 0;
    const units = rows.map(([id, label, text, within = '']): ReadUnit => {
      const start = next;
      next += text.length + 1;
      return { id, label, within, text, start };
    });
    const text = units.map((unit) => unit.text).join('\n');
    return { position, units, text, folded: fold(text, table) };
  });
}

export interface Hit {
  within: ReadText;
  /** Which term. */
  term: number;
  /** Offsets into the text. */
  start: number;
  end: number;
  /** It has the term's own signs: ① and not 1. */
  asTyped: boolean;
}

type Place = Pick<Hit, 'start' | 'end' | 'asTyped'>;

const ORDINAL = '第';
const MOST_HITS = 500;

/** Every place where a term stands in a text, in order, not overlapping. */
function* placesOf({ text, ordinalBefore, signs }: Term, folded: Folded): Generator<Place> {
  const before = (at: number) => (ordinalBefore ? folded.ordinals.get(at) : undefined);
  const next = (from: number) => folded.text.indexOf(text, from);
  for (let at = next(0); at >= 0; at = next(at + text.length)) {
    const start = before(at) ?? folded.starts[at]!;
    const end = folded.ends[at + text.length - 1]!;
    const asTyped =
      signs.length > 0 && signs.every((one) => folded.signs.get(at + one.at) === one.sign);
    yield { start, end, asTyped };
  }
  if (!text.endsWith(ORDINAL)) return;
  // 第 at the end of a query also stands before a digit, where the normal form has left it out.
  const needle = text.slice(0, -1);
  for (const [digit, ordinal] of folded.ordinals) {
    const at = digit - needle.length;
    if (at < 0 || !folded.text.startsWith(needle, at)) continue;
    const start = needle === '' ? ordinal : (before(at) ?? folded.starts[at]!);
    yield { start, end: ordinal + 1, asTyped: false };
  }
}

/**
 * All hits in these texts, in the order of the texts; a term that stands nowhere has none. Where a term stands with
 * its own signs, its places without them are no hits.
 */
export function findHits(terms: Term[], texts: ReadText[]): Hit[] {
  const hits = terms.flatMap((term, number) => {
    const own = texts.flatMap((text) =>
      [...placesOf(term, text.folded)].map((place) => ({ within: text, term: number, ...place })),
    );
    const asTyped = own.filter((hit) => hit.asTyped);
    return (asTyped.length > 0 ? asTyped : own).slice(0, MOST_HITS);
  });
  return hits.sort(
    (one, other) =>
      one.within.position - other.within.position || one.start - other.start || one.end - other.end,
  );
}

/** Position of a hit in its page. */
export function positionOf({ within: { folded, position }, start }: Hit): number {
  const unit = folded.starts.findIndex((at) => at >= start);
  return position + Array.from(folded.text.slice(0, unit)).length;
}

/**
 * Reads a page where it holds the terms, and finds them in its own words.
 * @param starts of each term, positions where it may begin
 * @returns the pieces that were read, and the hits in its title and in its texts
 */
export async function readHits(
  index: OpenIndex,
  page: PageId,
  terms: Term[],
  starts: number[][],
): Promise<{ pieces: Piece[]; inTitle: Hit[]; inText: Hit[] }> {
  const ranges = starts.flatMap((list, term) =>
    list.map((start): Range => [start, start + terms[term]!.text.length - 1]),
  );
  const pieces = await readPieces(index, page, ranges.length > 0 ? ranges : [[0, 0]]);
  const { title } = pieces[0]!.page;
  const unit = { id: 'title', label: '标题', within: '', text: title, start: 0 };
  const name = { position: 0, units: [unit], text: title, folded: fold(title, index.table) };
  return {
    pieces,
    inTitle: findHits(terms, [name]),
    inText: findHits(terms, textsOf(pieces, index.table)).filter(
      ({ within }) => within.text !== title,
    ),
  };
}
