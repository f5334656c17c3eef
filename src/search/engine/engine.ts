/**
 * The search engine: a query and filters in, pages with marked sentences out. Exact by construction (the
 * tokens of the index) and by proof (every page shown is checked against its own words first).
 */
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
import { directPlaces } from './direct-places.ts';
import { lookUp, type TermMatches } from './lookup.ts';
import { nearestPages } from './nearest.ts';
import { OpenIndex } from './open-index.ts';
import type { PageTableReader, PageId } from './page-facts.ts';
import { askedFor, parseQuery, type Query } from './query.ts';
import { foldQuoters, quotersOfPage, separateOwnWords, type Quoter } from './quoting.ts';
import { rankPages } from './ranking.ts';
import { proves } from './read-page.ts';
import { furtherSentences, quoterLine, quoterResult, resultOf, withQuoting } from './result.ts';

const MOST_PARTIAL = 10;
const MOST_QUOTING = 200;

/** Everything that a query finds, before any text is read to be shown. */
interface Matches {
  index: OpenIndex;
  facts: PageTableReader;
  query: Query;
  found: TermMatches[];
  /** Pages that hold it in their own words, best first, and others that quote such words. */
  own: PageId[];
  quoters: Quoter[];
}

/** @param typed the query as the reader wrote it */
async function findMatches(index: OpenIndex, typed: string): Promise<Matches> {
  const query = parseQuery(typed, index.table);
  const lookups = Promise.all(query.terms.map((term) => lookUp(index, term)));
  const [found, facts] = await Promise.all([lookups, index.facts]);
  let holding = rankPages(found, facts);
  if (found.some(({ needsProof }) => needsProof)) {
    const proofs = await Promise.all(holding.map((id) => proves(index, id, query.terms, found)));
    holding = holding.filter((_, at) => proofs[at]);
  }
  return { index, facts, query, found, ...separateOwnWords(query.terms, found, holding, facts) };
}

class ExactEngine implements Engine {
  private opened: Promise<OpenIndex> | undefined;
  private readonly base: string;

  constructor(base: string) {
    this.base = base;
  }

  /** Matches a query and works on what it finds. After a failure the next question opens the index anew. */
  private async ask<T>(typed: string, work: (matches: Matches) => Promise<T>): Promise<T> {
    const opened = (this.opened ??= OpenIndex.open(this.base));
    try {
      return await work(await findMatches(await opened, typed));
    } catch (error) {
      // A failure that comes late says nothing of an index that has been opened since.
      if (this.opened === opened) this.opened = undefined;
      throw error;
    }
  }

  search(request: SearchRequest): Promise<Answer> {
    return this.ask(request.query, (matches) => answer(matches, request));
  }

  furtherSentences({ query, id }: FurtherRequest): Promise<Pick<Further, 'sentences' | 'count'>> {
    return this.ask(query, ({ index, query: { terms }, found }) =>
      furtherSentences(index, id, terms, found),
    );
  }

  quoting({ query, filters = {}, id }: FurtherRequest): Promise<Quoting[]> {
    return this.ask(query, ({ index, facts, query: { terms }, found }) => {
      const lines = quotersOfPage(id, terms, found, facts)
        .filter((quoter) => facts.admits(quoter.id, filters))
        .slice(0, MOST_QUOTING);
      return Promise.all(lines.map((quoter) => quoterLine(index, quoter, terms)));
    });
  }
}

async function answer(
  { index, facts, query, found, own, quoters }: Matches,
  { query: typed, filters = {}, sort = 'relevance', limit = 10 }: SearchRequest,
): Promise<Answer> {
  const { terms } = query;
  const answered: Answer = {
    query: typed,
    asked: terms.map((term) => askedFor(term, index.table)),
    direct: [],
    total: 0,
    quoting: 0,
    results: [],
    facets: [],
    partial: [],
  };
  if (terms.length === 0) return answered;
  answered.direct = await directPlaces(index, facts, typed, filters);

  const results = own.filter((id) => facts.admits(id, filters));
  const admitted = quoters.filter(({ id }) => facts.admits(id, filters));
  const { folded, alone } = foldQuoters(admitted, results);
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
  answered.results = read.filter((result) => result !== undefined);
  const disproved = read.length - answered.results.length;
  answered.total = ids.length - disproved;
  answered.quoting = [...folded.values()].reduce((sum, { length }) => sum + length, 0);
  answered.facets = facts.facets([...own, ...quoters.map(({ id }) => id)], filters);
  if (own.length + quoters.length === disproved)
    answered.partial = await nearestResults(query, index, facts, filters);
  return answered;
}

async function nearestResults(
  query: Query,
  index: OpenIndex,
  facts: PageTableReader,
  filters: Chosen,
): Promise<Result[]> {
  const matches = await nearestPages(query, index, facts.size);
  const admitted = matches.filter(({ id }) => facts.admits(id, filters)).slice(0, MOST_PARTIAL);
  const results = await Promise.all(
    admitted.map(({ id, words, found }) => resultOf(index, id, words, found)),
  );
  return results.filter((result) => result !== undefined);
}

/** An engine on the index at this address, which ends in a slash. Nothing is loaded yet. Throws SearchUnavailable. */
export function createEngine(base: string): Engine {
  return new ExactEngine(base);
}
