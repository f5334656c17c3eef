/**
 * Whose words a hit is: words inside a quotation belong to the quoted page. A page that holds the query only by what it
 * quotes is folded under the page that it quotes; where that one is no result, it stands by itself. So is an entry whose
 * summary and figures only say again what it quotes: its title, aliases, text and outside facts are words of its own.
 */
import type { TermMatches } from './lookup.ts';
import type { PageTableReader, PageId, Quotation } from './page-facts.ts';
import type { Term } from './query.ts';

/** A page that needs a quotation to hold the query: for each term that it lacks, what it quotes. */
export interface Quoter {
  id: PageId;
  quotations: { term: number; of: PageId; start: number; quotation: Quotation }[];
}

/** Whether a page holds every term in its summary and figures, and nowhere else. */
const onlyRestates = (id: PageId, found: TermMatches[], facts: PageTableReader): boolean =>
  found.every(({ pages, firstOnly }) => {
    const { starts = [], inNames = [] } = pages.get(id) ?? {};
    if (firstOnly || inNames.length > 0 || starts.length === 0) return false;
    return starts.every((at) => facts.isRestated(id, at));
  });

/**
 * What pages quote of one page that holds the terms: a line each term and page. Of a page that says the term in its
 * summary alone, it is enough that the term stands in the unit which it quotes from.
 */
function* quotationsOf(of: PageId, terms: Term[], found: TermMatches[], facts: PageTableReader) {
  for (const quotation of facts.quotationsOf(of)) {
    const restates = onlyRestates(quotation.by, found, facts);
    const { from, to } = restates ? { from: quotation.unitFrom, to: quotation.unitTo } : quotation;
    for (const [term, { pages }] of found.entries()) {
      const { length } = Array.from(terms[term]!.text);
      const start = pages.get(of)?.starts.find((at) => at >= from && at + length <= to);
      if (start !== undefined) yield { term, of, start, quotation };
    }
  }
}

/** Of each page that quotes, what it quotes that holds each term. */
function quotedTerms(terms: Term[], found: TermMatches[], facts: PageTableReader) {
  const quoted = new Map<PageId, Map<number, Quoter['quotations'][number]>>();
  for (const of of new Set(found.flatMap(({ pages }) => [...pages.keys()]))) {
    for (const one of quotationsOf(of, terms, found, facts)) {
      const byTerm = quoted.get(one.quotation.by) ?? new Map();
      if (!byTerm.has(one.term)) byTerm.set(one.term, one);
      quoted.set(one.quotation.by, byTerm);
    }
  }
  return quoted;
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
  facts: PageTableReader,
): { own: PageId[]; quoters: Quoter[] } {
  const quoted = quotedTerms(terms, found, facts);
  const known = new Set(holding);
  const quoters = [...quoted].flatMap(([id, byTerm]): Quoter[] => {
    if (known.has(id) && !onlyRestates(id, found, facts)) return [];
    const lacking = found.flatMap(({ pages }, term) =>
      known.has(id) || !pages.has(id) ? [term] : [],
    );
    const quotations = lacking.map((term) => byTerm.get(term));
    return quotations.every((one) => one !== undefined) ? [{ id, quotations }] : [];
  });
  const folded = new Set(quoters.map(({ id }) => id));
  return { own: holding.filter((id) => !folded.has(id)), quoters };
}

/** All that quote words of a page which hold a term, whatever they say themselves. */
export function quotersOfPage(
  of: PageId,
  terms: Term[],
  found: TermMatches[],
  facts: PageTableReader,
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

/** Parts quoters into those that are folded under a result, and those that stand by themselves. */
export function foldQuoters(
  quoters: Quoter[],
  results: readonly PageId[],
): { folded: Map<PageId, Quoter[]>; alone: Quoter[] } {
  const order = new Map(results.map((id, at) => [id, at]));
  const folded = new Map<PageId, Quoter[]>();
  const alone: Quoter[] = [];
  for (const quoter of quoters) {
    const [under] = quoter.quotations
      .map(({ of }) => of)
      .filter((of) => order.has(of))
      .sort((one, other) => order.get(one)! - order.get(other)!);
    if (under === undefined) alone.push(quoter);
    else folded.set(under, [...(folded.get(under) ?? []), quoter]);
  }
  return { folded, alone };
}
