/** What a page and the engine's script say to each other, from one thread to another or within the page. */
import type { Engine } from './types.ts';

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
