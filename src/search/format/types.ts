/** What is asked of the engine and what it answers, and how it is said: all that pages know of it. */
import type { FilterName, PageHead } from './record.ts';

/** The values chosen in each filter. */
export type Chosen = Partial<Record<FilterName, string[]>>;

export interface SearchRequest {
  query: string;
  filters?: Chosen;
  sort?: 'relevance' | 'date';
  /** How many results to prepare; their texts are loaded, others' are not. */
  limit?: number;
}

/** A word of the query as it was typed; a page holds it, or the same in Simplified characters. */
export interface Asked {
  typed: string;
  /** Only where it differs from what was typed. */
  simplified?: string;
}

export interface Excerpt {
  /** Anchor of the unit that the first hit stands in; empty where it has none. */
  anchor: string;
  /** What a reader calls that unit. */
  label: string;
  /** The sentence, cut into what is marked and what is not. */
  parts: { text: string; hit: boolean }[];
  /** The hits as they are spelt on the page, to be marked there: the first of this sentence, and one of each other term. */
  hits: string[];
}

export interface Result extends PageHead {
  /** Names the page to the engine. */
  id: string;
  /** The title as it is to be shown, where it holds hits. */
  marked?: Excerpt;
  /** How the page begins, where nothing but its title holds hits. */
  beginning?: string;
  excerpts: Excerpt[];
  /** Further sentences of the page that hold hits, the first twenty of them. */
  further: Excerpt[];
  furtherCount: number;
  /**
   * Hits elsewhere on the page, whose sentences are not loaded yet: how many, or, of a single character,
   * null where that is not known. Ask the engine for `further` to have them.
   */
  elsewhere?: number | null;
  /** Entries that quote words of this page that hold the query, and say nothing of it themselves. */
  quoting?: { count: number; onePassage: boolean };
}

/** An entry that quotes a page. */
export interface Quoting extends PageHead {
  /** Anchor of the quotation. */
  anchor: string;
  hits: string[];
}

/** The document, and where it is known the place in it, that a typed citation means. */
export interface Direct extends PageHead {
  id: string;
  /** The article: its beginning, its name and its address. */
  excerpt?: Excerpt;
}

/** What a result keeps folded. */
export interface FurtherRequest {
  query: string;
  filters?: Chosen;
  /** The result's id. */
  id: string;
}

export interface Further {
  /** Sentences beyond those that the result shows, the first twenty. */
  sentences: Excerpt[];
  count: number;
  quoting: Quoting[];
}

/** A filter with the values that would leave pages, and how many. */
export interface Facet {
  name: FilterName;
  label: string;
  values: { value: string; count: number; chosen: boolean }[];
}

export interface Answer {
  query: string;
  /** The words that must all stand on a page; none when the query held nothing that search looks at. */
  asked: Asked[];
  /** Where the query is a citation, what it means: several where its name has several documents. */
  direct: Direct[];
  /** How many results there are: pages that hold the query and pass the filters. */
  total: number;
  /** Entries that only quote it, folded under the page that they quote. */
  quoting: number;
  /** The first of the results, as many as were asked for. */
  results: Result[];
  facets: Facet[];
  /** Only when no page holds the query at all: the nearest. */
  partial: Result[];
}

export interface Engine {
  /**
   * Throws SearchUnavailable; the next call then opens the index anew. An empty query loads what every
   * search needs.
   */
  search(request: SearchRequest): Promise<Answer>;
  /** What a result of this query keeps folded: its further sentences, or who quotes it. Throws as `search` does. */
  furtherSentences(request: FurtherRequest): Promise<Pick<Further, 'sentences' | 'count'>>;
  quoting(request: FurtherRequest): Promise<Quoting[]>;
}

/** An engine that holds what must be given back. */
export interface RunningEngine extends Engine {
  /** Ends the engine once what it was asked has been answered. It must not be asked again. */
  close(): void;
}

/* What a page and the engine's script say to each other, from one thread to another or within the page. */

/** A worker's first word: its script has been loaded. */
export const WORKER_READY = 'ready';

/** What can be asked of an engine. */
export type Question = keyof Engine;
export type RequestOf<Q extends Question> = Parameters<Engine[Q]>[0];
export type AnswerTo<Q extends Question> = Awaited<ReturnType<Engine[Q]>>;

/** From the page to the worker. */
export interface Call {
  id: number;
  /** Address of the index, ending in a slash. */
  base: string;
  question: Question;
  request: RequestOf<Question>;
}

/** From the worker to the page. */
export type Reply =
  { id: number; answer: AnswerTo<Question> } | { id: number; error: string; unsupported: boolean };

interface Handover {
  /** Where the engine's script runs in a page, it leaves here how an engine is started. */
  librarySearchEngine?: (base: string) => Engine;
}

/** The worker’s or the page’s own names. */
export const scope = globalThis as typeof globalThis & Handover;

/** Search cannot work now: a file is missing or damaged, or the browser refused. A retry may help. */
export class SearchUnavailable extends Error {
  override name = 'SearchUnavailable';
}

/** Search can never work in this browser, or under this site's policy: it has no WebAssembly that Pagefind runs on. */
export class SearchUnsupported extends SearchUnavailable {
  override name = 'SearchUnsupported';
}

const TIME_LIMIT_MS = 20_000;

/** The promise, or, when it takes longer than twenty seconds, a SearchUnavailable. */
export function withinTimeLimit<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new SearchUnavailable('timeout')), TIME_LIMIT_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
