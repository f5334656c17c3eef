/** One term → the pages that hold it, where, and how good an answer each is. */
import { LONGEST_HIT } from '../format/index-files.ts';
import { isInName, isWholeName, singleToken, tokensOf } from '../format/tokens.ts';
import type { OpenIndex, Places } from './open-index.ts';
import type { PageId } from './page-facts.ts';
import type { Term } from './query.ts';

/** A term is the name of a page, or stands in its name, or in its text. */
export const WHOLE_NAME = 3;
const IN_NAME = 2;
const IN_TEXT = 1;

export interface TermMatch {
  /** How prominently the page holds the term. */
  place: number;
  /** It has the term's own signs, ① and not only 1; the positions are then of these places alone. */
  asTyped: boolean;
  /** How much of it there is (BM25). */
  weight: number;
  /** Positions in the page's texts where it begins: all of them, but of a single character only the first. */
  starts: number[];
  /** Positions in the page's names where it begins. */
  inNames: number[];
}

export interface TermMatches {
  pages: Map<PageId, TermMatch>;
  /** The index gives candidates; only the text of a page proves that it holds the term. */
  needsProof: boolean;
  /** A single character: there may be more of it than the index tells. */
  firstOnly: boolean;
}

const ORDINAL = '第';

/** Positions that begin a row of this length in ascending positions. */
function rowStarts(positions: number[], length: number): number[] {
  const starts: number[] = [];
  let run = 0;
  positions.forEach((position, at) => {
    run = at > 0 && position === positions[at - 1]! + 1 ? run + 1 : 1;
    if (run >= length) starts.push(position - length + 1);
  });
  return starts;
}

interface PlacedToken {
  token: string;
  /** How many characters of the query come before it. */
  at: number;
}

/**
 * The tokens by which a text is looked up: of a frequent pair, whose places take much of a question's bytes, the pairs before and
 * after tell as much where both are looked up.
 */
function tokensFor(index: OpenIndex, text: string): PlacedToken[] {
  const tokens = tokensOf(text).map((token, at) => ({ token, at }));
  const dropped = new Set<number>();
  for (const frequent of index.frequent)
    for (const { token, at } of tokens.slice(1, -1))
      if (token === frequent && !dropped.has(at - 1) && !dropped.has(at + 1)) dropped.add(at);
  return tokens.filter(({ at }) => !dropped.has(at));
}

/** Where the tokens stand as far from one another as in the query. */
async function alignedStarts(
  index: OpenIndex,
  tokens: PlacedToken[],
): Promise<(page: PageId) => number[]> {
  const each = await Promise.all(tokens.map(({ token }) => index.places([token])));
  return (page) => {
    const [first, ...others] = each.map((places) => places.get(page)?.positions ?? []);
    const sets = others.map((positions) => new Set(positions));
    return first!.filter((start) => sets.every((set, at) => set.has(start + tokens[at + 1]!.at)));
  };
}

/**
 * Pages where these characters stand in a row. The pairs of a text overlap; so when no character of the query comes
 * twice, as many positions in a row as it has pairs can only be the query itself.
 */
async function rows(
  index: OpenIndex,
  characters: string[],
): Promise<Map<PageId, { weight: number; starts: number[] }>> {
  const tokens = tokensFor(index, characters.join(''));
  const places = await index.places(tokens.map(({ token }) => token));
  const allPairs = tokens.length >= characters.length - 1;
  const plain = allPairs && new Set(characters).size === characters.length;
  const aligned = plain || places.size === 0 ? undefined : await alignedStarts(index, tokens);
  const found = new Map<PageId, { weight: number; starts: number[] }>();
  for (const [page, { score, positions }] of places as Map<PageId, Places>) {
    const starts = aligned?.(page) ?? rowStarts(positions, tokens.length);
    if (starts.length > 0) found.set(page, { weight: score, starts });
  }
  return found;
}

/** Rows where 第, left out of the index before a digit, ends the term. */
async function rowsBeforeOrdinal(index: OpenIndex, characters: string[]) {
  const before = characters.slice(0, -1);
  if (before.length === 0) return []; // the index has a token for 第 alone
  return Promise.all([...'0123456789'].map((digit) => rows(index, [...before, digit])));
}

/** Where the signs of a term stand as typed: of each page that has all of them, the positions at which the term begins. */
async function startsAsTyped(index: OpenIndex, { signs }: Term): Promise<Map<PageId, Set<number>>> {
  const starts = new Map<PageId, Set<number>>();
  const each = await Promise.all(
    signs.map(({ sign }) => index.places([singleToken(sign.codePointAt(0)!)])),
  );
  for (const [page, { positions }] of each[0] ?? []) {
    const others = each.map((places) => new Set(places.get(page)?.positions));
    const begin = positions.map((position) => position - signs[0]!.at);
    starts.set(
      page,
      new Set(
        begin.filter((start) => signs.every(({ at }, sign) => others[sign]!.has(start + at))),
      ),
    );
  }
  return starts;
}

/** Looks a term up. Throws SearchUnavailable. */
export async function lookUp(index: OpenIndex, term: Term): Promise<TermMatches> {
  const all = Array.from(term.text);
  const characters = all.slice(0, LONGEST_HIT);
  const single = all.length === 1;
  const ordinal = term.text.endsWith(ORDINAL) && all.length <= LONGEST_HIT;
  const [found, beforeOrdinal, asTyped] = await Promise.all([
    rows(index, characters),
    ordinal ? rowsBeforeOrdinal(index, characters) : [],
    startsAsTyped(index, term),
  ]);
  const pages: TermMatches['pages'] = new Map();
  for (const [page, { weight, starts: anywhere }] of found) {
    // Of a single character the index tells the first place alone, but of a sign all.
    const typed = single
      ? [...(asTyped.get(page) ?? [])]
      : anywhere.filter((start) => asTyped.get(page)?.has(start));
    const starts = typed.length > 0 ? typed : anywhere;
    const inNames = starts.filter(isInName);
    const whole = inNames.some((start) => isWholeName(start, all.length));
    const place = whole ? WHOLE_NAME : inNames.length > 0 ? IN_NAME : IN_TEXT;
    const inText = starts.filter((start) => !isInName(start));
    // How often a single character stands on a page says nothing of the page.
    pages.set(page, {
      place,
      asTyped: typed.length > 0,
      weight: single ? 0 : weight,
      starts: inText,
      inNames,
    });
  }
  for (const more of beforeOrdinal) {
    for (const [page, { starts }] of more) {
      const known = pages.get(page) ?? {
        place: IN_TEXT,
        asTyped: false,
        weight: 0,
        starts: [],
        inNames: [],
      };
      const inText = starts.filter((start) => !isInName(start));
      const merged = [...new Set([...known.starts, ...inText])].sort((a, b) => a - b);
      pages.set(page, { ...known, starts: merged });
    }
  }
  const needsProof = all.length > LONGEST_HIT || (ordinal && !single);
  return { pages, needsProof, firstOnly: single };
}
