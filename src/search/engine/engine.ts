/**
 * The search engine: a query and filters in, pages with marked sentences out. Exact by construction (the
 * tokens of the index) and by proof (every page shown is checked against its own words first).
 */
import { OpenIndex } from './reader/open-index.ts';
import type { PageFacts } from './reader/page-facts.ts';
import { partialMatches } from './ranking/partial-matches.ts';
import { askedFor, type Query } from './ranking/query.ts';
import { quotersOfPage } from './ranking/quoting.ts';
import { quoterLine, quoterResult, withQuoting } from './results/quoter-result.ts';
import { furtherSentences, resultOf } from './results/result.ts';
import { directPlaces } from './citations/direct-places.ts';
import { findMatches, passFilters, type Matches } from './matches.ts';
import type {
  Answer,
  Chosen,
  Engine,
  Further,
  FurtherRequest,
  Quoting,
  Result,
  SearchRequest,
} from '../format/types.ts';

const MOST_PARTIAL = 10;
const MOST_QUOTING = 200;

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
    return findMatches(await (this.opened ??= OpenIndex.open(this.base)), typed);
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

    const { results, folded, alone } = passFilters(matches, filters);
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

/** An engine on the index at this address, which ends in a slash. Nothing is loaded yet. */
export function createEngine(base: string): Engine {
  return new ExactEngine(base);
}
