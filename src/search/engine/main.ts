/** The engine's script: offers the engine to whoever loaded it, a worker's page or the page itself. */
import {
  SearchUnsupported,
  WORKER_READY,
  scope,
  type Call,
  type Reply,
  type Engine,
} from '../format/types.ts';
import { createEngine } from './engine.ts';

/** Answers a worker's messages. */
function serveWorker(): void {
  let engine: Engine | undefined;
  const reply = (message: Reply) => postMessage(message);
  // Pagefind starts itself without waiting; its failures are reported where a search waits for it.
  addEventListener('unhandledrejection', (event) => event.preventDefault());
  addEventListener('message', async ({ data }: MessageEvent<Call>) => {
    const { id, base, question, request } = data;
    try {
      engine ??= createEngine(base);
      reply({ id, answer: await engine[question](request as never) });
    } catch (error) {
      reply({ id, error: String(error), unsupported: error instanceof SearchUnsupported });
    }
  });
  postMessage(WORKER_READY);
}

if (typeof document === 'undefined') serveWorker();
else scope.librarySearchEngine = createEngine;
