/** What a page and the engine's script say to each other, from one thread to another or within the page. */
import type { Engine } from './types.ts';

/** A worker's first word: its script has been loaded. */
export const HERE = 'here';

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
export type Reply = { id: number; answer: AnswerTo<Question> } | { id: number; error: string };

interface Handover {
  /** Where the engine's script runs in a page, it leaves here how an engine is started. */
  librarySearchEngine?: (base: string) => Engine;
}

/** The worker’s or the page’s own names. */
export const scope = globalThis as typeof globalThis & Handover;
