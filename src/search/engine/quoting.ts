/**
 * Whose words a hit is: words inside a quotation belong to the quoted page. A page that holds the query only by what it
 * quotes is folded under the page that it quotes; where that one is no result, it stands by itself.
 */
import type { Found } from './lookup.ts';
import type { PageId } from './open-index.ts';
import type { PageFacts, Quotation } from './page-facts.ts';
import type { Term } from './query.ts';

/** A page that needs a quotation to hold the query: for each term that it lacks, what it quotes. */
export interface Quoter {
  id: PageId;
  quotations: { term: number; of: PageId; start: number; quotation: Quotation }[];
}

/** Quotations that hold a term: the page that quotes → what it quotes. */
function quotersOf(facts: PageFacts, { pages }: Found, term: number, length: number) {
  const quoters = new Map<PageId, Quoter['quotations'][number]>();
  for (const [of, { starts }] of pages) {
    for (const quotation of facts.quotationsOf(of)) {
      if (quoters.has(quotation.by)) continue;
      const start = starts.find((at) => at >= quotation.from && at + length <= quotation.to);
      if (start !== undefined) quoters.set(quotation.by, { term, of, start, quotation });
    }
  }
  return quoters;
}

/**
 * Pages that hold all terms, some of them only in what they quote.
 * @param own pages that hold all in their own words
 */
export function findQuoters(
  terms: Term[],
  found: Found[],
  own: ReadonlySet<PageId>,
  facts: PageFacts,
): Quoter[] {
  const quoters = found.map((one, term) =>
    quotersOf(facts, one, term, Array.from(terms[term]!.text).length),
  );
  const candidates = new Set(quoters.flatMap((one) => [...one.keys()]));
  return [...candidates]
    .filter((id) => !own.has(id))
    .flatMap((id): Quoter[] => {
      const lacking = found.flatMap(({ pages }, term) => (pages.has(id) ? [] : [term]));
      const quotations = lacking.map((term) => quoters[term]!.get(id));
      return quotations.every((one) => one !== undefined) ? [{ id, quotations }] : [];
    });
}

/** All that quote words of a page which hold a term, whatever they say themselves. */
export function quotersOfPage(
  of: PageId,
  terms: Term[],
  found: Found[],
  facts: PageFacts,
): Quoter[] {
  const quoters = new Map<PageId, Quoter>();
  for (const quotation of facts.quotationsOf(of)) {
    found.forEach(({ pages }, term) => {
      const { length } = Array.from(terms[term]!.text);
      const start = pages
        .get(of)
        ?.starts.find((at) => at >= quotation.from && at + length <= quotation.to);
      if (start === undefined) return;
      const quoter = quoters.get(quotation.by) ?? { id: quotation.by, quotations: [] };
      quoter.quotations.push({ term, of, start, quotation });
      quoters.set(quotation.by, quoter);
    });
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
