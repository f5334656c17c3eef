/** What is asked of the engine and what it answers, and how it is said: all that pages know of it. */
import type { FilterName, PageHead } from './index-files.ts';

/** The values chosen in each filter. */
export type Chosen = Partial<Record<FilterName, string[]>>;

export interface SearchRequest {
  query: string;
  filters?: Chosen;
  sort?: 'relevance' | 'date';
  /** How many results to prepare; their texts are loaded, others' are not. */
  limit?: number;
  /** The id of a result: the results are then the pages that quote it, each with its quotation. */
  quoting?: string;
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

/** The label of words that a page quotes. */
export const QUOTED_LABEL = '原文';

export interface Result extends PageHead {
  /** Names the page to the engine. */
  id: string;
  /** The title as it is to be shown, where it holds hits. */
  marked?: Excerpt;
  /** How the page begins, where nothing but its title holds hits. */
  beginning?: string;
  /** The first sentences that hold hits; of the page that a citation means, the cited place. */
  excerpts: Excerpt[];
  /** How many more places on the page hold hits. */
  more: number;
  /** How many entries quote words of this page that hold the query. */
  quoting?: number;
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
  direct: Result[];
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

/** Throws SearchUnavailable. An empty query loads what every search needs. */
export type Search = (request: SearchRequest) => Promise<Answer>;

/* What a page and the engine's script say to each other, from one thread to another or within the page. */

/** From the page to the worker, with a port for the reply; without a request, to hear when its script runs. */
export interface Call {
  /** Address of the index, ending in a slash. */
  base: string;
  request: SearchRequest | undefined;
}

export interface Reply {
  answer?: Answer;
  error?: string;
  unsupported?: boolean;
}

/** The worker’s or the page’s own names. */
export const scope = globalThis as typeof globalThis & {
  /** Where the engine's script runs in a page, it leaves here how an engine is started. */
  librarySearchEngine?: (base: string) => Search;
};

/** Search cannot work now: a file is missing or damaged, or the browser refused. A retry may help. */
export class SearchUnavailable extends Error {
  override name = 'SearchUnavailable';
}

/** Search can never work in this browser, or under this site's policy: it has no WebAssembly that Pagefind runs on. */
export class SearchUnsupported extends SearchUnavailable {
  override name = 'SearchUnsupported';
}
