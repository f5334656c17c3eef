/**
 * The page's side: starts the engine, over http in a worker where there is one, else as a script of the page. On file://
 * browsers refuse workers, but not classic scripts.
 */
import {
  SearchUnavailable,
  SearchUnsupported,
  scope,
  type Answer,
  type Call,
  type Reply,
  type Search,
  type SearchRequest,
} from '../format/types.ts';
import { loadScript } from './load-script.ts';

const TIME_LIMIT_MS = 20_000;

interface Engine {
  search: Search;
  /** Ends it; what it was asked and has not answered fails. */
  end(error: Error): void;
}

/** The promise, or, when it takes longer than twenty seconds, a SearchUnavailable. */
function withinTimeLimit<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new SearchUnavailable('timeout')), TIME_LIMIT_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

/**
 * Starts a worker and waits until its script runs.
 * @param ended is told when it has ended
 * @returns throws SearchUnavailable, or what the browser says when it refuses workers
 */
async function startWorker(script: string, base: string, ended: () => void): Promise<Engine> {
  const worker = new Worker(script);
  const waiting = new Set<(error: Error) => void>();
  function end(error: Error): void {
    worker.terminate();
    for (const fail of waiting) fail(error);
    ended();
  }
  const ask = (request?: SearchRequest): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const { port1, port2 } = new MessageChannel();
      waiting.add(reject);
      port1.onmessage = ({ data }: MessageEvent<Reply>) => {
        waiting.delete(reject);
        port1.close();
        resolve(data);
      };
      worker.postMessage({ base, request } satisfies Call, [port2]);
    });
  worker.addEventListener('error', () => end(new SearchUnavailable('worker')));
  await withinTimeLimit(ask()).catch((error) => {
    end(error);
    throw error;
  });
  async function search(request: SearchRequest): Promise<Answer> {
    const { answer, error, unsupported } = await ask(request);
    if (answer) return answer;
    throw new (unsupported ? SearchUnsupported : SearchUnavailable)(error);
  }
  return { search, end };
}

async function startEngine(script: string, base: string, ended: () => void): Promise<Engine> {
  if (globalThis.location?.protocol !== 'file:' && typeof Worker !== 'undefined') {
    try {
      return await startWorker(script, base, ended);
    } catch {
      // The browser or a policy refuses workers: search works without.
    }
  }
  await loadScript(script).catch(() => undefined);
  if (!scope.librarySearchEngine) throw new SearchUnavailable(script);
  return { search: scope.librarySearchEngine(base), end: ended };
}

/**
 * An engine that is asked as if it were always the same: started at the first question, and anew after a failure.
 * @param script address of the engine's script
 * @param base address of the index, ending in a slash
 * @returns throws SearchUnavailable
 */
export function searchEngine(script: string, base: string): Search {
  let current: Promise<Engine> | undefined;
  return async (request) => {
    // An end that comes late says nothing of the engine that has taken this one's place.
    const ended = () => {
      if (current === mine) current = undefined;
    };
    const mine = (current ??= startEngine(script, base, ended));
    mine.catch(ended);
    const { search, end } = await mine;
    return withinTimeLimit(search(request)).catch((error) => {
      end(error);
      throw error;
    });
  };
}
