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

/** A worker with what it has been asked and has not answered. */
class WorkerEngine {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, [(reply: Reply) => void, (error: Error) => void]>();
  private last = 0;
  private readonly base: string;
  private readonly ended: () => void;
  /** Its script runs; throws SearchUnavailable. */
  readonly started: Promise<Reply>;

  /**
   * Throws what the browser says when it refuses workers.
   * @param ended is told when it can be asked no more
   */
  constructor(script: string, base: string, ended: () => void) {
    this.base = base;
    this.ended = ended;
    this.worker = new Worker(script);
    this.worker.addEventListener('message', ({ data }: MessageEvent<Reply>) =>
      this.waiting.get(data.id)?.[0](data),
    );
    this.worker.addEventListener('error', () => this.end(new SearchUnavailable('worker')));
    this.started = this.replyTo(0);
  }

  /** Each call has a number, and its reply the same. A worker that leaves one without a reply is ended. */
  private async replyTo(id: number): Promise<Reply> {
    const reply = new Promise<Reply>((...settle) => this.waiting.set(id, settle));
    try {
      return await withinTimeLimit(reply);
    } catch (error) {
      this.end(error as Error);
      throw error;
    } finally {
      this.waiting.delete(id);
    }
  }

  /** Whatever it was asked fails. */
  private end(error: Error): void {
    this.worker.terminate();
    this.ended();
    for (const [, reject] of this.waiting.values()) reject(error);
  }

  async search(request: Call['request']): Promise<Answer> {
    const id = ++this.last;
    this.worker.postMessage({ id, base: this.base, request } satisfies Call);
    const reply = await this.replyTo(id);
    if ('answer' in reply) return reply.answer;
    const { error, unsupported } = reply as Extract<Reply, { error: string }>;
    throw unsupported ? new SearchUnsupported(error) : new SearchUnavailable(error);
  }
}

async function startEngine(script: string, base: string, ended: () => void): Promise<Search> {
  if (globalThis.location?.protocol !== 'file:' && typeof Worker !== 'undefined') {
    try {
      const engine = new WorkerEngine(script, base, ended);
      await engine.started;
      return (request) => engine.search(request);
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
