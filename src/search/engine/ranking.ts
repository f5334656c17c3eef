/**
 * Which pages hold all terms, which of them come first, and whose words a hit is: words inside a quotation belong to the quoted
 * page. A page that holds the query only by what it quotes is folded under the page that it quotes; where that one is no
 * result, it stands by itself. So is an entry whose summary and figures only say again what it quotes: its title, aliases, text
 * and outside facts are words of its own.
 */
import type { PageId, Quotation } from '../format/index-files.ts';
import type { Term, TermMatch, TermMatches } from './lookup.ts';
import type { PageFacts } from './page-facts.ts';

/** A page whose words others quote comes before those that have the term in their name, not before its namesake. */
const QUOTED = 2.5;

/**
 * Pages that hold all terms, best first, as far as the index can tell: pages with ① where that was typed, then those that go by
 * the terms, then those from which others quote them, then official texts, then those that hold more of them, then the later ones.
 */
export function rankPages(found: TermMatches[], facts: PageFacts): PageId[] {
  const [first, ...others] = found;
  if (!first) return [];
  const ids = [...first.pages.keys()].filter((id) => others.every(({ pages }) => pages.has(id)));
  const sum = (matches: TermMatch[], of: (match: TermMatch) => number) =>
    matches.reduce((total, match) => total + of(match), 0);
  /** Larger is better. */
  const ranks = new Map<PageId, number[]>();
  for (const id of ids) {
    const matches = found.map(({ pages }) => pages.get(id)!);
    const quotations = facts.quotationsOf(id);
    const isQuoted = ({ starts }: TermMatch) =>
      starts.some((start) => quotations.some(({ from, to }) => start >= from && start < to));
    ranks.set(id, [
      sum(matches, ({ asTyped }) => Number(asTyped)),
      sum(matches, (match) => Math.max(match.prominence, isQuoted(match) ? QUOTED : 0)),
      Number(facts.isOfficial(id)),
      sum(matches, ({ weight }) => weight),
      -facts.ageOf(id),
    ]);
  }
  return ids.sort((one, other) => {
    const [a, b] = [ranks.get(one)!, ranks.get(other)!];
    const at = a.findIndex((rank, number) => rank !== b[number]);
    return at < 0 ? (one < other ? -1 : 1) : b[at]! - a[at]!;
  });
}

/** A page that needs a quotation to hold the query: for each term that it lacks, what it quotes. */
export interface Quoter {
  id: PageId;
  quotations: { term: number; of: PageId; start: number; quotation: Quotation }[];
}

/** Whether a page holds every term in its summary and figures, and nowhere else: of a single character the index does not tell. */
const onlyRestates = (id: PageId, terms: Term[], found: TermMatches[], facts: PageFacts): boolean =>
  found.every(({ pages }, term) => {
    const { starts = [], inNames = [] } = pages.get(id) ?? {};
    if (Array.from(terms[term]!.text).length === 1 || inNames.length > 0) return false;
    return starts.length > 0 && starts.every((at) => facts.isRestated(id, at));
  });

/**
 * What pages quote of one page that holds the terms: a line each term and page. Of a page that says the term in its
 * summary alone, it is enough that the term stands in the unit which it quotes from.
 */
function* quotationsOf(of: PageId, terms: Term[], found: TermMatches[], facts: PageFacts) {
  for (const quotation of facts.quotationsOf(of)) {
    const restates = onlyRestates(quotation.by, terms, found, facts);
    const { from, to } = restates ? { from: quotation.unitFrom, to: quotation.unitTo } : quotation;
    for (const [term, { pages }] of found.entries()) {
      const { length } = Array.from(terms[term]!.text);
      const start = pages.get(of)?.starts.find((at) => at >= from && at + length <= to);
      if (start !== undefined) yield { term, of, start, quotation };
    }
  }
}

/** All that quote words of a page which hold a term, whatever they say themselves. */
export function quotersOf(
  of: PageId,
  terms: Term[],
  found: TermMatches[],
  facts: PageFacts,
): Quoter[] {
  const quoters = new Map<PageId, Quoter>();
  for (const one of quotationsOf(of, terms, found, facts)) {
    const { by } = one.quotation;
    const quoter = quoters.get(by) ?? { id: by, quotations: [] };
    quoter.quotations.push(one);
    quoters.set(by, quoter);
  }
  return [...quoters.values()];
}

/**
 * Separates the pages that hold all terms in their own words from those that need a quotation for it.
 * @param holding pages that hold all terms
 * @returns those of them that say it themselves, in the same order, and all others that quote it
 */
export function separateOwnWords(
  terms: Term[],
  found: TermMatches[],
  holding: readonly PageId[],
  facts: PageFacts,
): { own: PageId[]; quoters: Quoter[] } {
  const quoted = new Map<PageId, Quoter['quotations']>();
  for (const of of new Set(found.flatMap(({ pages }) => [...pages.keys()])))
    for (const { id, quotations } of quotersOf(of, terms, found, facts))
      quoted.set(id, [...(quoted.get(id) ?? []), ...quotations]);
  const known = new Set(holding);
  const quoters = [...quoted].flatMap(([id, all]): Quoter[] => {
    if (known.has(id) && !onlyRestates(id, terms, found, facts)) return [];
    const lacking = found.flatMap(({ pages }, term) =>
      known.has(id) || !pages.has(id) ? [term] : [],
    );
    const quotations = lacking.map((term) => all.find((one) => one.term === term));
    return quotations.every((one) => one !== undefined) ? [{ id, quotations }] : [];
  });
  const folded = new Set(quoters.map(({ id }) => id));
  return { own: holding.filter((id) => !folded.has(id)), quoters };
}
