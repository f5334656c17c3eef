/** What is asked of the engine and what it answers: all that pages know of it. */
import type { FilterName, PageRecord } from '../record.ts';

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

export interface Result extends Omit<PageRecord, 'stretches' | 'official'> {
  /** The title as it is to be shown, where it holds hits. */
  marked?: Excerpt;
  /** How the page begins, where nothing but its title holds hits. */
  beginning?: string;
  excerpts: Excerpt[];
  /** Further sentences of the page that hold hits, the first twenty of them. */
  further: Excerpt[];
  furtherCount: number;
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
  /** How many pages hold the query and pass the filters. */
  total: number;
  /** The first of them, as many as were asked for. */
  results: Result[];
  facets: Facet[];
  /** Only when no page holds the query at all: the nearest. */
  near: Result[];
}

export interface Engine {
  /**
   * Throws SearchUnavailable; the next call then opens the index anew. An empty query loads what every
   * search needs.
   */
  search(request: SearchRequest): Promise<Answer>;
}

/** An engine that holds what must be given back. */
export interface RunningEngine extends Engine {
  /** Ends the engine once what it was asked has been answered. It must not be asked again. */
  close(): void;
}
