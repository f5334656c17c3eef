/** One suite an engine: it is started before the tests and ended after them; where the machine has none, each test says so. */
import { after, before, describe, test } from 'node:test';
import { FRAME_PAGE, startEngine, type Engine, type EngineName } from './engine.ts';

/** Declares a test in an engine. */
export type InEngine = (title: string, body: (engine: Engine) => Promise<void>) => void;

/**
 * @param title of the suite
 * @param root address of the site, asked for when the suite begins
 * @param declare declares the tests
 */
export function suiteInEngine(
  title: string,
  name: EngineName,
  root: () => string,
  declare: (inEngine: InEngine) => void,
): void {
  describe(title, () => {
    let engine: Engine | undefined;
    before(
      async () => {
        engine = await startEngine(name, root() + FRAME_PAGE);
      },
      { timeout: 120_000 },
    );
    after(() => engine?.close());
    declare(
      (about, body) =>
        void test(about, { timeout: 300_000 }, async (t) => {
          if (engine) await body(engine);
          else t.diagnostic(`no ${name} on this machine: not tested`);
        }),
    );
  });
}
