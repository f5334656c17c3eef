/** One engine at a time: kept while it answers, ended and replaced when it fails. */
import type { Engine, RunningEngine } from '../format/types.ts';

/**
 * An engine that is asked as if it were always the same.
 * @param start starts an engine; called at the first question, and at the first after a failure
 * @returns throws what the engine, or its start, throws
 */
export function oneEngine(start: () => Promise<RunningEngine>): Engine {
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
