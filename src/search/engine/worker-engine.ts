/** The engine in a worker: each call has a number, and its reply the same. */
import { withPatience } from './patience.ts';
import { HERE, type Call, type Reply } from './protocol.ts';
import type { Answer, RunningEngine, SearchRequest } from './types.ts';
import { SearchUnavailable } from './unavailable.ts';

interface Waiting {
  resolve(answer: Answer): void;
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

  async function search(request: SearchRequest): Promise<Answer> {
    const id = ++last;
    const answer = new Promise<Answer>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, base, request } satisfies Call);
    });
    try {
      return await withPatience(answer);
    } finally {
      waiting.delete(id);
      endIfIdle();
    }
  }

  function close(): void {
    closing = true;
    endIfIdle();
  }

  try {
    await withPatience(here);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return { search, close };
}
