/** Packs lines in a thread of its own, beside the rendering of the pages. */
import { parentPort, workerData } from 'node:worker_threads';
import { gzipLines } from '../gzip/gzip.ts';
import type { FromThread } from '../../content/in-thread.ts';

const result = gzipLines(workerData as string[]);
parentPort!.postMessage({ result } satisfies FromThread<Uint8Array>);
