/** The engine as pages use it: started when first asked, and anew after a failure. */
import script from 'script:engine';
import { fromRoot } from './from-root.ts';
import { startEngine } from './start-engine.ts';
import { oneEngine } from './one-engine.ts';

/** The engine. What is asked of it throws SearchUnavailable when it cannot answer. */
export const engine = oneEngine(() => startEngine(fromRoot(script), fromRoot('pagefind/')));
