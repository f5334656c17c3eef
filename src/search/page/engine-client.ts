/** The engine as pages use it: started when first asked, and anew after a failure. */
import script from 'script:engine';
import { fromRoot } from '../../reader/load-once.ts';
import type { Answer, Engine, SearchRequest } from '../engine/types.ts';
import { startEngine } from '../engine/transport.ts';

let engine: Promise<Engine> | undefined;

/** Asks the engine. Throws SearchUnavailable. */
export async function ask(request: SearchRequest): Promise<Answer> {
  engine ??= startEngine(fromRoot(script), fromRoot('pagefind/'));
  try {
    return await (await engine).search(request);
  } catch (error) {
    engine = undefined;
    throw error;
  }
}
