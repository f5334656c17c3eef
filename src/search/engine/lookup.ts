/** A query → its terms; a term → the pages that hold it, where, and how good an answer each is. */
import { LONGEST_HIT, type PageId } from '../format/index-files.ts';
import { fold, type FoldTable } from '../format/normalise.ts';
import { isInName, isWholeName, singleToken, tokensOf } from '../format/tokens.ts';
import type { Asked } from '../format/types.ts';
import type { OpenIndex } from './open-index.ts';

export interface Term {
  /** As typed. */
  typed: string;
  /** Its normal form. */
  text: string;
  /** It began with 第 before a digit: 第46号, whose normal form is 46号. */
  ordinalBefore: boolean;
  /** Signs that the normal form has as plain numbers, ① as 1, and which of its characters each is. */
  signs: { at: number; sign: string }[];
}

const MOST_TERMS = 64;

/** A word as it is looked up. */
export function termOf(typed: string, table: FoldTable): Term {
  const { text, ordinals, signs } = fold(typed, table);
  return {
    typed,
    text,
    ordinalBefore: ordinals.has(0),
    signs: [...signs].map(([offset, sign]) => ({ at: [...text.slice(0, offset)].length, sign })),
  };
}

/**
 * Splits a query into words at spaces, each to be found as it stands; a query in quotation marks is one.
 * Takes any string; words that normalise to nothing are left out.
 * @returns what must all stand on a page; none when there was nothing that search looks at
 */
export function termsOf(typed: string, table: FoldTable): Term[] {
  const quoted = /^\s*"([^"]+)"\s*$/u.exec(typed);
  const words = quoted ? [quoted[1]!] : typed.split(/[\s\p{Cc}]+/u);
  const terms = new Map<string, Term>();
  for (const word of words) {
    const term = termOf(word, table);
    if (term.text !== '' && !terms.has(term.text)) terms.set(term.text, term);
    if (terms.size === MOST_TERMS) break;
  }
  return [...terms.values()];
}

/** A term as an answer names it: what was typed, and the same in Simplified characters if it had others. */
export function askedFor({ typed }: Term, table: FoldTable): Asked {
  const simplified = Array.from(typed, (character) => table.get(character) ?? character).join('');
  return simplified === typed ? { typed } : { typed, simplified };
}

/** How prominently a page holds a term: it is the name of the page, or stands in its name, or in its text. */
export const WHOLE_NAME = 3;
const IN_NAME = 2;
const IN_TEXT = 1;

export interface TermMatch {
  prominence: number;
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

/** A token of a query, and how many of its characters come before. */
type PlacedToken = { token: string; at: number };

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

type Rows = Map<PageId, { weight: number; starts: number[] }>;

/**
 * Pages where these characters stand in a row. The pairs of a text overlap; so when no character of the query comes
 * twice, as many positions in a row as it has pairs can only be the query itself.
 */
async function rows(index: OpenIndex, characters: string[]): Promise<Rows> {
  const tokens = tokensFor(index, characters.join(''));
  const places = await index.places(tokens.map(({ token }) => token));
  const allPairs = tokens.length >= characters.length - 1;
  const plain = allPairs && new Set(characters).size === characters.length;
  const aligned = plain || places.size === 0 ? undefined : await alignedStarts(index, tokens);
  const found: Rows = new Map();
  for (const [page, { score, positions }] of places) {
    const starts = aligned?.(page) ?? rowStarts(positions, tokens.length);
    if (starts.length > 0) found.set(page, { weight: score, starts });
  }
  return found;
}

/** Where the signs of a term stand as typed: of each page that has all of them, the positions at which the term begins. */
async function startsAsTyped(index: OpenIndex, { signs }: Term): Promise<Map<PageId, Set<number>>> {
  const each = await Promise.all(
    signs.map(({ sign }) => index.places([singleToken(sign.codePointAt(0)!)])),
  );
  const starts = new Map<PageId, Set<number>>();
  for (const [page, { positions }] of each[0] ?? []) {
    const sets = each.map((places) => new Set(places.get(page)?.positions));
    const begin = positions.map((position) => position - signs[0]!.at);
    const all = begin.filter((start) => signs.every(({ at }, sign) => sets[sign]!.has(start + at)));
    starts.set(page, new Set(all));
  }
  return starts;
}

/** Looks a term up. Throws SearchUnavailable. */
export async function lookUp(index: OpenIndex, term: Term): Promise<TermMatches> {
  const all = Array.from(term.text);
  const characters = all.slice(0, LONGEST_HIT);
  const single = all.length === 1;
  // 第 at the end of a term is left out of the index where a digit follows; for 第 alone there is a token.
  const beforeDigit = !single && term.text.endsWith(ORDINAL) && all.length <= LONGEST_HIT;
  const [found, asTyped, ...beforeDigits] = await Promise.all([
    rows(index, characters),
    startsAsTyped(index, term),
    ...Array.from(beforeDigit ? '0123456789' : '', (digit) =>
      rows(index, [...characters.slice(0, -1), digit]),
    ),
  ]);
  const pages: TermMatches['pages'] = new Map();
  for (const [page, { weight, starts: anywhere }] of found) {
    // Of a single character the index tells the first place alone, but of a sign all.
    const typed = single
      ? [...(asTyped.get(page) ?? [])]
      : anywhere.filter((start) => asTyped.get(page)?.has(start));
    const starts = typed.length > 0 ? typed : anywhere;
    const inNames = starts.filter(isInName);
    const isName = inNames.some((start) => isWholeName(start, all.length));
    pages.set(page, {
      prominence: isName ? WHOLE_NAME : inNames.length > 0 ? IN_NAME : IN_TEXT,
      asTyped: typed.length > 0,
      // How often a single character stands on a page says nothing of the page.
      weight: single ? 0 : weight,
      starts: starts.filter((start) => !isInName(start)),
      inNames,
    });
  }
  const none = { prominence: IN_TEXT, asTyped: false, weight: 0, starts: [], inNames: [] };
  for (const [page, { starts }] of beforeDigits.flatMap((more) => [...more])) {
    const known = pages.get(page) ?? none;
    const inText = starts.filter((start) => !isInName(start));
    const merged = [...new Set([...known.starts, ...inText])].sort((a, b) => a - b);
    pages.set(page, { ...known, starts: merged });
  }
  return { pages, needsProof: all.length > LONGEST_HIT || beforeDigit };
}
