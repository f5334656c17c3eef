/**
 * The page's side: starts the engine, over http in a worker where there is one, else as a script of the
 * page. On file:// browsers refuse workers, but not classic scripts.
 */
import { loadScript } from './load-script.ts';
import { scope } from '../format/messages.ts';
import type { RunningEngine } from '../format/types.ts';
import { SearchUnavailable } from '../engine/reader/unavailable.ts';
import { startWorker } from './worker-engine.ts';

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
  const engine = scope.librarySearchEngine(base);
  return {
    search: (request) => engine.search(request),
    furtherSentences: (request) => engine.furtherSentences(request),
    quoting: (request) => engine.quoting(request),
    close: () => undefined,
  };
}
