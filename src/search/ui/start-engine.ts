/**
 * The page's side: starts the engine, over http in a worker where there is one, else as a script of the page. On file://
 * browsers refuse workers, but not classic scripts.
 */
import {
  SearchUnavailable,
  SearchUnsupported,
  scope,
  type Call,
  type Reply,
  type Search,
} from '../format/types.ts';
import { loadScript } from './load-script.ts';

const TIME_LIMIT_MS = 20_000;

/** The promise, or, when it takes longer than twenty seconds, a SearchUnavailable. */
function withinTimeLimit<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new SearchUnavailable('timeout')), TIME_LIMIT_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

/**
 * Starts a worker and waits until its script runs. A worker that breaks, or leaves a call without a reply, is ended, and all
 * that it was asked fails.
 * @param ended is told of that
 * @returns throws SearchUnavailable, as the start does, or what the browser says when it refuses workers
 */
async function startWorker(script: string, base: string, ended: () => void): Promise<Search> {
  const worker = new Worker(script);
  /** Each call has a number, and its reply the same. */
  const waiting = new Map<
    number,
    [resolve: (reply: Reply) => void, reject: (error: Error) => void]
  >();
  let last = 0;
  function end(error: Error): void {
    worker.terminate();
    for (const [, reject] of waiting.values()) reject(error);
    ended();
  }
  async function replyTo(id: number): Promise<Reply> {
    try {
      return await withinTimeLimit(new Promise((...settle) => waiting.set(id, settle)));
    } catch (error) {
      end(error as Error);
      throw error;
    } finally {
      waiting.delete(id);
    }
  }
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) =>
    waiting.get(data.id)?.[0](data),
  );
  worker.addEventListener('error', () => end(new SearchUnavailable('worker')));
  await replyTo(0);
  return async (request) => {
    const call: Call = { id: ++last, base, request };
    worker.postMessage(call);
    const reply = await replyTo(call.id);
    if (reply.answer) return reply.answer;
    throw new (reply.unsupported ? SearchUnsupported : SearchUnavailable)(reply.error);
  };
}

async function startEngine(script: string, base: string, ended: () => void): Promise<Search> {
  if (globalThis.location?.protocol !== 'file:' && typeof Worker !== 'undefined') {
    try {
      return await startWorker(script, base, ended);
    } catch {
      // The browser or a policy refuses workers: search works without.
    }
  }
  await loadScript(script).catch(() => undefined);
  if (!scope.librarySearchEngine) throw new SearchUnavailable(script);
  const search = scope.librarySearchEngine(base);
  return (request) =>
    withinTimeLimit(search(request)).catch((error) => {
      ended();
      throw error;
    });
}

/**
 * An engine that is asked as if it were always the same: started at the first question, and anew when it has ended.
 * @param script address of the engine's script
 * @param base address of the index, ending in a slash
 * @returns throws SearchUnavailable
 */
export function searchEngine(script: string, base: string): Search {
  let current: Promise<Search> | undefined;
  return async (request) => {
    // An end that comes late says nothing of the engine that has taken this one's place.
    const ended = () => {
      if (current === mine) current = undefined;
    };
    const mine = (current ??= startEngine(script, base, ended));
    mine.catch(ended);
    return (await mine)(request);
  };
}
