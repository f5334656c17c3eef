/** One engine at a time: kept while it answers, ended and replaced when it fails. */
import type { Answer, RunningEngine, SearchRequest } from '../engine/types.ts';

/**
 * A function that asks the engine.
 * @param start starts an engine; called at the first question, and at the first after a failure
 * @returns throws what the engine, or its start, throws
 */
export function oneEngine(
  start: () => Promise<RunningEngine>,
): (request: SearchRequest) => Promise<Answer> {
  let current: Promise<RunningEngine> | undefined;
  return async (request) => {
    const mine = (current ??= start());
    try {
      return await (await mine).search(request);
    } catch (error) {
      // A failure that comes late says nothing of the engine that has taken this one's place.
      if (current === mine) current = undefined;
      mine.then((engine) => engine.close()).catch(() => undefined);
      throw error;
    }
  };
}
