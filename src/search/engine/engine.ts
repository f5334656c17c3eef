/**
 * The search engine: a query and filters in, pages with marked sentences out. Exact by construction (the tokens of the index)
 * and by proof (every page shown is checked against its own words first). As a script it offers itself to whoever loaded it, a
 * worker's page or the page itself.
 */
import type { PageId } from '../format/index-files.ts';
import {
  QUOTED_LABEL,
  SearchUnsupported,
  scope,
  type Answer,
  type Call,
  type Excerpt,
  type Reply,
  type Result,
  type Search,
  type SearchRequest,
} from '../format/types.ts';
import { askedFor, lookUp, termsOf, type Term, type TermMatches } from './lookup.ts';
import { nearestPages, type NearMatch } from './nearest.ts';
import { OpenIndex } from './open-index.ts';
import type { PageFacts } from './page-facts.ts';
import { quotersOf, rankPages, separateOwnWords, type Quoter } from './ranking.ts';
import { findHits, positionOf, readHits, readPieces, textsOf } from './read-page.ts';
import { excerpts, resultOf } from './result.ts';
import { directPlaces } from './typed-citation.ts';

const MOST_PARTIAL = 10;

/** What a quotation holds of the query: the words, as the quoted page has them. */
async function quoted(
  index: OpenIndex,
  { of, start, term, quotation }: Quoter['quotations'][number],
  terms: Term[],
): Promise<Excerpt[]> {
  const pieces = await readPieces(index, of, [[start, start + terms[term]!.text.length - 1]]);
  const hits = findHits([terms[term]!], textsOf(pieces, index.table)).filter((hit) => {
    const position = positionOf(hit);
    return position >= quotation.from && position < quotation.to;
  });
  const { anchor } = quotation;
  const found = excerpts(hits, hits.slice(0, 1), 1).excerpts;
  return found.map((excerpt) => ({ ...excerpt, anchor, label: QUOTED_LABEL }));
}

/** A page that quotes the query as a result of its own, with the words that it quotes. */
async function quoterResult(
  index: OpenIndex,
  { id, quotations }: Quoter,
  terms: Term[],
  found: TermMatches[],
): Promise<Result> {
  const { page } = await index.piece(id, 0);
  const own = await resultOf(index, id, terms, found);
  const words = await Promise.all(quotations.map((one) => quoted(index, one, terms)));
  const sentences = new Map<string, Excerpt>();
  for (const excerpt of words.flat()) {
    const sentence = excerpt.parts.map(({ text }) => text).join('');
    if (!sentences.has(sentence)) sentences.set(sentence, excerpt);
  }
  const result = own ?? { ...page, id, excerpts: [], more: 0 };
  return { ...result, excerpts: [...result.excerpts, ...sentences.values()] };
}

/** Pages that hold all terms, best first; where the index gives only candidates, proved by their texts. */
async function pagesHolding(
  index: OpenIndex,
  terms: Term[],
  found: TermMatches[],
  facts: PageFacts,
): Promise<PageId[]> {
  const ranked = rankPages(found, facts);
  if (!found.some(({ needsProof }) => needsProof)) return ranked;
  const proofs = await Promise.all(
    ranked.map(async (id) => {
      const starts = found.map(({ pages }) => pages.get(id)?.starts ?? []);
      const { inTitle, inText } = await readHits(index, id, terms, starts);
      return terms.every((_, term) => [...inTitle, ...inText].some((hit) => hit.term === term));
    }),
  );
  return ranked.filter((_, at) => proofs[at]);
}

async function answer(index: OpenIndex, request: SearchRequest): Promise<Answer> {
  const { query, filters = {}, sort = 'relevance', limit = 10, quoting } = request;
  const { table } = index;
  const terms = termsOf(query, table);
  const [facts, ...found] = await Promise.all([
    index.facts,
    ...terms.map((term) => lookUp(index, term)),
  ]);
  const asked = terms.map((term) => askedFor(term, table));
  const none = { direct: [], total: 0, quoting: 0, results: [], facets: [], partial: [] };
  if (terms.length === 0) return { query, asked, ...none };
  const isAdmitted = (id: PageId): boolean => facts.admits(id, filters);
  const quotersUnder = (id: PageId) =>
    quotersOf(id, terms, found, facts).filter((quoter) => isAdmitted(quoter.id));
  if (quoting !== undefined) {
    const quoters = quotersUnder(quoting);
    const lines = quoters.slice(0, limit).map((one) => quoterResult(index, one, terms, found));
    return { query, asked, ...none, total: quoters.length, results: await Promise.all(lines) };
  }

  const holding = await pagesHolding(index, terms, found, facts);
  const { own, quoters } = separateOwnWords(terms, found, holding, facts);
  const results = new Set(own.filter(isAdmitted));
  // Folded under a result that they quote; where there is none, they stand by themselves.
  const admitted = quoters.filter(({ id }) => isAdmitted(id));
  const alone = new Map(
    admitted
      .filter(({ quotations }) => !quotations.some(({ of }) => results.has(of)))
      .map((quoter) => [quoter.id, quoter]),
  );
  const ids = [...results, ...alone.keys()];
  if (sort === 'date') ids.sort((one, other) => facts.ageOf(one) - facts.ageOf(other));

  async function read(id: PageId): Promise<Result | undefined> {
    const quoter = alone.get(id);
    if (quoter) return quoterResult(index, quoter, terms, found);
    const result = await resultOf(index, id, terms, found);
    return result && { ...result, quoting: quotersUnder(id).length };
  }
  const [direct, ...shown] = await Promise.all([
    directPlaces(index, facts, query, filters),
    ...ids.slice(0, limit).map(read),
  ]);
  // A page that the index offers but whose text does not hold the query is no result.
  const proved = shown.filter((result) => result !== undefined);
  const disproved = shown.length - proved.length;
  let nearest: NearMatch[] = [];
  if (own.length + quoters.length === disproved)
    nearest = await nearestPages(index, query, terms, facts.size);
  const partial = await Promise.all(
    nearest
      .filter(({ id }) => isAdmitted(id))
      .slice(0, MOST_PARTIAL)
      .map(({ id, words, found: matches }) => resultOf(index, id, words, matches)),
  );
  return {
    query,
    asked,
    direct,
    total: ids.length - disproved,
    quoting: admitted.length - alone.size,
    results: proved,
    facets: facts.facets([...own, ...quoters.map(({ id }) => id)], filters),
    partial: partial.filter((result) => result !== undefined),
  };
}

/** An engine on the index at this address, which ends in a slash. Nothing is loaded yet. After a failure it is of no more use. */
export function createEngine(base: string): Search {
  let opened: Promise<OpenIndex> | undefined;
  return async (request) => answer(await (opened ??= OpenIndex.open(base)), request);
}

/** Answers a worker's messages. */
function serveWorker(): void {
  let search: Search | undefined;
  // Pagefind starts itself without waiting; its failures are reported where a search waits for it.
  addEventListener('unhandledrejection', (event) => event.preventDefault());
  addEventListener('message', async ({ data, ports }: MessageEvent<Call>) => {
    const reply = (message: Reply) => ports[0]!.postMessage(message);
    if (!data.request) return reply({});
    try {
      search ??= createEngine(data.base);
      reply({ answer: await search(data.request) });
    } catch (error) {
      reply({ error: String(error), unsupported: error instanceof SearchUnsupported });
    }
  });
}

if (typeof document !== 'undefined') scope.librarySearchEngine = createEngine;
else if ('importScripts' in globalThis) serveWorker();
