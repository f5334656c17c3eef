/** Builds an index in a thread of its own (`index-in-thread.ts`); tells how many pages it has read. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PageRecord } from '../format/record.ts';
import { buildIndex } from './build-index.ts';
import type { Message } from './index-in-thread.ts';

const post = (message: Message, handedOver: ArrayBuffer[] = []): void =>
  parentPort!.postMessage(message, handedOver);

const files = await buildIndex(workerData as PageRecord[], (read) => post({ read }));
const buffers = new Set([...files.values()].map(({ buffer }) => buffer as ArrayBuffer));
post({ files }, [...buffers]);
