/** The engine in a worker: each call has a number, and its reply the same. */
import {
  HERE,
  type AnswerTo,
  type Call,
  type Question,
  type Reply,
  type RequestOf,
} from '../format/messages.ts';
import { withinTimeLimit } from '../engine/reader/time-limit.ts';
import type { RunningEngine } from '../format/types.ts';
import { SearchUnavailable } from '../engine/reader/unavailable.ts';

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/**
 * Starts a worker and waits until its script runs. Throws SearchUnavailable, or what the browser says
 * when it refuses workers; the worker is then ended.
 */
export async function startWorker(script: string, base: string): Promise<RunningEngine> {
  const worker = new Worker(script);
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let closing = false;

  const endIfIdle = () => {
    if (closing && waiting.size === 0) worker.terminate();
  };
  const here = new Promise<void>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<typeof HERE | Reply>) => {
      if (data === HERE) return resolve();
      const call = waiting.get(data.id);
      if ('answer' in data) call?.resolve(data.answer);
      else call?.reject(new SearchUnavailable(data.error));
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

  function close(): void {
    closing = true;
    endIfIdle();
  }

  try {
    await withinTimeLimit(here);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return {
    search: asking('search'),
    furtherSentences: asking('furtherSentences'),
    quoting: asking('quoting'),
    close,
  };
}
