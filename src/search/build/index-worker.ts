/** Builds an index in a thread of its own; tells how many pages it has read. */
import { parentPort, workerData } from 'node:worker_threads';
import type { FromThread } from '../../content/in-thread.ts';
import type { PageRecord } from './records/record.ts';
import { buildIndex, type IndexFiles } from './build-index.ts';

const post = (message: FromThread<IndexFiles>, handedOver: ArrayBuffer[] = []): void =>
  parentPort!.postMessage(message, handedOver);

const result = await buildIndex(workerData as PageRecord[], (progress) => post({ progress }));
const buffers = new Set([...result.values()].map(({ buffer }) => buffer as ArrayBuffer));
post({ result }, [...buffers]);
