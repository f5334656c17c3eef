/** The engine's script, for a worker or for a page. */
import { createEngine } from './engine.ts';
import { offerEngine } from './offer-engine.ts';

offerEngine(createEngine);
