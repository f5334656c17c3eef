/**
 * The page's side: starts the engine, over http in a worker where there is one, else as a script of the
 * page. On file:// browsers refuse workers, but not classic scripts.
 */
import {
  SearchUnavailable,
  SearchUnsupported,
  WORKER_READY,
  scope,
  withinTimeLimit,
  type AnswerTo,
  type Call,
  type Question,
  type Reply,
  type RequestOf,
  type Engine,
  type RunningEngine,
} from '../format/types.ts';
import { loadScript } from './load-script.ts';

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/**
 * Starts a worker and waits until its script runs. Each call has a number, and its reply the same. Throws
 * SearchUnavailable, or what the browser says when it refuses workers; the worker is then ended.
 */
export async function startWorker(script: string, base: string): Promise<RunningEngine> {
  const worker = new Worker(script);
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let closing = false;

  const endIfIdle = () => {
    if (closing && waiting.size === 0) worker.terminate();
  };
  const ready = new Promise<void>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<typeof WORKER_READY | Reply>) => {
      if (data === WORKER_READY) return resolve();
      const call = waiting.get(data.id);
      if ('answer' in data) call?.resolve(data.answer);
      else
        call?.reject(
          data.unsupported ? new SearchUnsupported(data.error) : new SearchUnavailable(data.error),
        );
    });
    worker.addEventListener('error', () => {
      const error = new SearchUnavailable('worker');
      reject(error);
      for (const call of waiting.values()) call.reject(error);
    });
  });

  const asking =
    <Q extends Question>(question: Q) =>
    async (request: RequestOf<Q>): Promise<AnswerTo<Q>> => {
      const id = ++last;
      const answer = new Promise<unknown>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, base, question, request } satisfies Call);
      });
      try {
        return (await withinTimeLimit(answer)) as AnswerTo<Q>;
      } finally {
        waiting.delete(id);
        endIfIdle();
      }
    };

  try {
    await withinTimeLimit(ready);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return {
    search: asking('search'),
    furtherSentences: asking('furtherSentences'),
    quoting: asking('quoting'),
    close() {
      closing = true;
      endIfIdle();
    },
  };
}

/**
 * Starts the engine. Throws SearchUnavailable.
 * @param script address of the engine's script
 * @param base address of the index, ending in a slash
 */
export async function startEngine(script: string, base: string): Promise<RunningEngine> {
  if (globalThis.location?.protocol !== 'file:' && typeof Worker !== 'undefined') {
    try {
      return await startWorker(script, base);
    } catch {
      // The browser or a policy refuses workers: search works without.
    }
  }
  await loadScript(script).catch(() => undefined);
  if (!scope.librarySearchEngine) throw new SearchUnavailable(script);
  return Object.assign(scope.librarySearchEngine(base), { close: () => undefined });
}

/**
 * An engine that is asked as if it were always the same: kept while it answers, ended and replaced when it fails.
 * @param start starts an engine; called at the first question, and at the first after a failure
 * @returns throws what the engine, or its start, throws
 */
export function restartingEngine(start: () => Promise<RunningEngine>): Engine {
  let current: Promise<RunningEngine> | undefined;
  async function ask<Answer>(question: (engine: Engine) => Promise<Answer>): Promise<Answer> {
    const mine = (current ??= start());
    try {
      return await question(await mine);
    } catch (error) {
      // A failure that comes late says nothing of the engine that has taken this one's place.
      if (current === mine) current = undefined;
      mine.then((engine) => engine.close()).catch(() => undefined);
      throw error;
    }
  }
  return {
    search: (request) => ask((engine) => engine.search(request)),
    furtherSentences: (request) => ask((engine) => engine.furtherSentences(request)),
    quoting: (request) => ask((engine) => engine.quoting(request)),
  };
}
