/** The engine as pages use it: started when first asked, and anew after a failure. */
import script from 'script:engine';
import { fromRoot } from '../../client-scripts/from-root.ts';
import { startEngine } from '../engine/start-engine.ts';
import { oneEngine } from './one-engine.ts';

/** Asks the engine. Throws SearchUnavailable. */
export const ask = oneEngine(() => startEngine(fromRoot(script), fromRoot('pagefind/')));
