/**
 * The search engine: a query and filters in, pages with marked sentences out. Exact by construction (the
 * tokens of the index) and by proof (every page shown is checked against its own words first).
 */
import { directPlaces } from '../typed-citations/direct-places.ts';
import { lookUp, type Found } from '../ranking/lookup.ts';
import { OpenIndex, type PageId } from '../index-reader/open-index.ts';
import type { PageFacts } from '../index-reader/page-facts.ts';
import { partialMatches } from '../ranking/partial-matches.ts';
import { askedFor, parseQuery, type Query } from '../ranking/query.ts';
import { quoterLine, quoterResult } from '../results/quoter-result.ts';
import { foldQuoters, partQuoters, quotersOfPage, type Quoter } from '../ranking/quoting.ts';
import { intersect } from '../ranking/rank.ts';
import { furtherSentences, proves, resultOf } from '../results/result.ts';
import type {
  Answer,
  Chosen,
  Engine,
  Further,
  FurtherRequest,
  Quoting,
  Result,
  SearchRequest,
} from './types.ts';

const MOST_PARTIAL = 10;
const MOST_QUOTING = 200;

/** Everything that a query finds, before any text is read to be shown. */
interface Matches {
  index: OpenIndex;
  facts: PageFacts;
  query: Query;
  found: Found[];
  /** Pages that hold it in their own words, best first, and others that quote such words. */
  own: PageId[];
  quoters: Quoter[];
}

class ExactEngine implements Engine {
  private opened: Promise<OpenIndex> | undefined;
  private readonly base: string;

  constructor(base: string) {
    this.base = base;
  }

  private async guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.opened = undefined;
      throw error;
    }
  }

  search(request: SearchRequest): Promise<Answer> {
    return this.guarded(() => this.answer(request));
  }

  furtherSentences({ query, id }: FurtherRequest): Promise<Pick<Further, 'sentences' | 'count'>> {
    return this.guarded(async () => {
      const { index, query: parsed, found } = await this.match(query);
      return furtherSentences(index, id, parsed.terms, found);
    });
  }

  quoting({ query, filters = {}, id }: FurtherRequest): Promise<Quoting[]> {
    return this.guarded(async () => {
      const matches = await this.match(query);
      const { index, facts, query: parsed, found } = matches;
      const lines = quotersOfPage(id, parsed.terms, found, facts)
        .filter((quoter) => facts.admits(quoter.id, filters))
        .slice(0, MOST_QUOTING);
      return Promise.all(lines.map((quoter) => quoterLine(index, quoter, parsed.terms)));
    });
  }

  private async match(typed: string): Promise<Matches> {
    const index = await (this.opened ??= OpenIndex.open(this.base));
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
  private standing({ facts, own, quoters }: Matches, filters: Chosen) {
    const results = own.filter((id) => facts.admits(id, filters));
    const admitted = quoters.filter(({ id }) => facts.admits(id, filters));
    return { results, ...foldQuoters(admitted, results) };
  }

  private async answer({
    query: typed,
    filters = {},
    sort = 'relevance',
    limit = 10,
  }: SearchRequest): Promise<Answer> {
    const matches = await this.match(typed);
    const { index, facts, query, found, own, quoters } = matches;
    const { terms } = query;
    const answer: Answer = {
      query: typed,
      asked: terms.map((term) => askedFor(term, index.table)),
      direct: [],
      total: 0,
      quoting: 0,
      results: [],
      facets: [],
      partial: [],
    };
    if (terms.length === 0) return answer;
    answer.direct = await directPlaces(index, facts, typed, filters);

    const { results, folded, alone } = this.standing(matches, filters);
    const quoterOf = new Map(alone.map((quoter) => [quoter.id, quoter]));
    const ids = [...results, ...quoterOf.keys()];
    if (sort === 'date') ids.sort((one, other) => facts.ageOf(one) - facts.ageOf(other));
    const read = await Promise.all(
      ids.slice(0, limit).map(async (id): Promise<Result | undefined> => {
        const quoter = quoterOf.get(id);
        if (quoter) return quoterResult(index, quoter, terms, found);
        const result = await resultOf(index, id, terms, found);
        const quoting = quotersOfPage(id, terms, found, facts);
        return (
          result &&
          withQuoting(
            result,
            quoting.filter((one) => facts.admits(one.id, filters)),
          )
        );
      }),
    );
    // A page that the index offers but whose text does not hold the query is no result.
    answer.results = read.filter((result) => result !== undefined);
    const disproved = read.length - answer.results.length;
    answer.total = ids.length - disproved;
    answer.quoting = [...folded.values()].reduce((sum, { length }) => sum + length, 0);
    answer.facets = facts.facets([...own, ...quoters.map(({ id }) => id)], filters);
    if (own.length + quoters.length === disproved)
      answer.partial = await this.partial(query, index, facts, filters);
    return answer;
  }

  private async partial(
    query: Query,
    index: OpenIndex,
    facts: PageFacts,
    filters: Chosen,
  ): Promise<Result[]> {
    const matches = await partialMatches(query, index, facts.size);
    const admitted = matches.filter(({ id }) => facts.admits(id, filters)).slice(0, MOST_PARTIAL);
    const results = await Promise.all(
      admitted.map(({ id, words, found }) => resultOf(index, id, words, found)),
    );
    return results.filter((result) => result !== undefined);
  }
}

/** The result with the line of those that quote it, where there are some. */
function withQuoting(result: Result, quoters: Quoter[]): Result {
  if (quoters.length === 0) return result;
  const units = new Set(
    quoters.flatMap(({ quotations }) => quotations.map(({ quotation }) => quotation.unit)),
  );
  return { ...result, quoting: { count: quoters.length, onePassage: units.size === 1 } };
}

/** An engine on the index at this address, which ends in a slash. Nothing is loaded yet. */
export function createEngine(base: string): Engine {
  return new ExactEngine(base);
}
