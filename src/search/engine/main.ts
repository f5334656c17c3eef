/** The engine's script, for a worker or for a page. */
import { createEngine } from './engine.ts';
import { serveEngine } from './serve-engine.ts';

serveEngine(createEngine);
