/** Packs lines in a thread of its own, beside the rendering of the pages. */
import { parentPort, workerData } from 'node:worker_threads';
import { gzipped } from './gzip.ts';

parentPort!.postMessage(gzipped(workerData as string[]));
