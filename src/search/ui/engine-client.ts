/** The engine as pages use it: started when first asked, and anew after a failure. */
import script from 'script:engine';
import { fromRoot } from './load-script.ts';
import { restartingEngine, startEngine } from './start-engine.ts';

/** The engine. What is asked of it throws SearchUnavailable when it cannot answer. */
export const engine = restartingEngine(() => startEngine(fromRoot(script), fromRoot('pagefind/')));
