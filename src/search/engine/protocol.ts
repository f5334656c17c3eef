/** What a page and the engine's script say to each other, from one thread to another or within the page. */
import type { Answer, Engine, SearchRequest } from './types.ts';

/** A worker's first word: its script has been loaded. */
export const HERE = 'here';

/** From the page to the worker. */
export interface Call {
  id: number;
  /** Address of the index, ending in a slash. */
  base: string;
  request: SearchRequest;
}

/** From the worker to the page. */
export type Reply = { id: number; answer: Answer } | { id: number; error: string };

interface Handover {
  /** Where the engine's script runs in a page, it leaves here how an engine is started. */
  librarySearchEngine?: (base: string) => Engine;
}

/** The worker’s or the page’s own names. */
export const scope = globalThis as typeof globalThis & Handover;
