/** The engine's side: its script offers the engine to whoever loaded it, a worker's page or the page itself. */
import { HERE, scope, type Call, type Reply } from '../format/messages.ts';
import type { Engine } from '../format/types.ts';

/**
 * Answers a worker's messages, or leaves `start` where the page finds it.
 * @param start makes an engine on the index at an address
 */
export function serveEngine(start: (base: string) => Engine): void {
  if (typeof document !== 'undefined') {
    scope.librarySearchEngine = start;
    return;
  }
  let engine: Engine | undefined;
  const reply = (message: Reply) => postMessage(message);
  // Pagefind starts itself without waiting; its failures are reported where a search waits for it.
  addEventListener('unhandledrejection', (event) => event.preventDefault());
  addEventListener('message', async ({ data }: MessageEvent<Call>) => {
    const { id, base, question, request } = data;
    try {
      engine ??= start(base);
      reply({ id, answer: await engine[question](request as never) });
    } catch (error) {
      reply({ id, error: String(error) });
    }
  });
  postMessage(HERE);
}
