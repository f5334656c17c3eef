/** What a query finds in the index, before any text is read to be shown, and what of it passes the filters. */
import type { OpenIndex, PageId } from './reader/open-index.ts';
import type { PageFacts } from './reader/page-facts.ts';
import { lookUp, type Found } from './ranking/lookup.ts';
import { parseQuery, type Query } from './ranking/query.ts';
import { foldQuoters, partQuoters, type Quoter } from './ranking/quoting.ts';
import { intersect } from './ranking/rank.ts';
import { proves } from './results/read-pieces.ts';
import type { Chosen } from '../format/types.ts';

/** Everything that a query finds, before any text is read to be shown. */
export interface Matches {
  index: OpenIndex;
  facts: PageFacts;
  query: Query;
  found: Found[];
  /** Pages that hold it in their own words, best first, and others that quote such words. */
  own: PageId[];
  quoters: Quoter[];
}

/** @param typed the query as the reader wrote it. Throws SearchUnavailable */
export async function findMatches(index: OpenIndex, typed: string): Promise<Matches> {
  const query = parseQuery(typed, index.table);
  const lookups = Promise.all(query.terms.map((term) => lookUp(index, term)));
  const [found, facts] = await Promise.all([lookups, index.facts]);
  let holding = intersect(found, facts);
  if (found.some(({ needsProof }) => needsProof)) {
    const proofs = await Promise.all(holding.map((id) => proves(index, id, query.terms, found)));
    holding = holding.filter((_, at) => proofs[at]);
  }
  return { index, facts, query, found, ...partQuoters(query.terms, found, holding, facts) };
}

/** What passes the filters: results by their own words, quoters under them, and quoters alone. */
export function passFilters({ facts, own, quoters }: Matches, filters: Chosen) {
  const results = own.filter((id) => facts.admits(id, filters));
  const admitted = quoters.filter(({ id }) => facts.admits(id, filters));
  return { results, ...foldQuoters(admitted, results) };
}
