/**
 * The search engine: a query and filters in, pages with marked sentences out. Exact by construction (the
 * tokens of the index) and by proof (every page shown is checked against its own words first).
 */
import { Library } from './facets.ts';
import { findHits, readStretches } from './hits.ts';
import { lookUp } from './lookup.ts';
import { nearest } from './near.ts';
import { OpenIndex, type PageId } from './pagefind.ts';
import { askedFor, parseQuery, type Query, type Term } from './query.ts';
import { intersect } from './rank.ts';
import { resultOf } from './result.ts';
import type { Answer, Chosen, Engine, Result, SearchRequest } from './types.ts';

const NEAREST = 10;

class ExactEngine implements Engine {
  private opened: Promise<{ index: OpenIndex; library: Promise<Library> }> | undefined;
  private readonly base: string;

  constructor(base: string) {
    this.base = base;
  }

  /** The index, and beside it, since a lookup need not wait for them, filters and dates. */
  private open() {
    this.opened ??= OpenIndex.open(this.base).then((index) => {
      const library = Library.read(index);
      library.catch(() => undefined);
      return { index, library };
    });
    return this.opened;
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

  private async answer({
    query: typed,
    filters = {},
    sort = 'relevance',
    limit = 10,
  }: SearchRequest): Promise<Answer> {
    const { index, library: opening } = await this.open();
    const query = parseQuery(typed, index.table);
    const empty: Answer = {
      query: typed,
      asked: query.terms.map((term) => askedFor(term, index.table)),
      total: 0,
      results: [],
      facets: [],
      near: [],
    };
    if (query.terms.length === 0) return empty;

    const lookups = Promise.all(query.terms.map((term) => lookUp(index, term)));
    const [found, library] = await Promise.all([lookups, opening]);
    let ids = intersect(found, library);
    if (found.some(({ needsProof }) => needsProof))
      ids = await this.proved(ids, query.terms, index);
    const facets = library.facets(ids, filters);
    let admitted = ids.filter((id) => library.admits(id, filters));
    if (sort === 'date') admitted.sort((one, other) => library.ageOf(one) - library.ageOf(other));
    const results = await this.results(admitted.slice(0, limit), query.terms, index);
    // A page that the index offers but whose text does not hold the query is no result.
    const disproved = Math.min(limit, admitted.length) - results.length;
    const near = ids.length - disproved > 0 ? [] : await this.near(query, index, library, filters);
    return { ...empty, total: admitted.length - disproved, results, facets, near };
  }

  private async proved(ids: PageId[], terms: Term[], index: OpenIndex): Promise<PageId[]> {
    const proofs = await Promise.all(
      ids.map(async (id) => findHits(terms, readStretches(await index.record(id), index.table))),
    );
    return ids.filter((_, at) => proofs[at] !== undefined);
  }

  private async results(ids: PageId[], terms: Term[], index: OpenIndex): Promise<Result[]> {
    const results = await Promise.all(
      ids.map(async (id) => {
        const record = await index.record(id);
        const hits = findHits(terms, readStretches(record, index.table));
        return hits && resultOf(record, hits);
      }),
    );
    return results.filter((result) => result !== undefined);
  }

  private async near(
    query: Query,
    index: OpenIndex,
    library: Library,
    filters: Chosen,
  ): Promise<Result[]> {
    const pages = await nearest(query, index, library.size);
    const admitted = pages.filter(({ id }) => library.admits(id, filters)).slice(0, NEAREST);
    const results = await Promise.all(
      admitted.map(({ id, words }) => this.results([id], words, index)),
    );
    return results.flat();
  }
}

/** An engine on the index at this address, which ends in a slash. Nothing is loaded yet. */
export function createEngine(base: string): Engine {
  return new ExactEngine(base);
}
