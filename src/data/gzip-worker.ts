/** Packs lines in a thread of its own, beside the rendering of the pages. */
import { parentPort, workerData } from 'node:worker_threads';
import { gzipLines } from '../forms/gzip/gzip.ts';

parentPort!.postMessage(gzipLines(workerData as string[]));
