/** The index, built in a thread of its own: beside the pages of a build, and while a page is served in dev. */
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { PageRecord } from '../format/index-files.ts';
import { buildIndex, type IndexFiles } from './build-index.ts';

/** What the thread posts: how many pages it has read, or at the end the index. */
type Message = { read: number } | { files: IndexFiles };

/** An index on its way: what it is of, how far it is, and its files. */
export interface IndexInThread {
  pages: number;
  /** As many pages as are read. */
  read: number;
  files: Promise<IndexFiles>;
}

/** Begins the index of these pages. A failure waits until the files are wanted. */
export function indexInThread(records: PageRecord[]): IndexInThread {
  const worker = new Worker(new URL(import.meta.url), { workerData: { records } });
  const files = new Promise<IndexFiles>((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if ('files' in message) resolve(message.files);
      else index.read = message.read;
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('建立索引的线程没有给出结果就结束了。')));
  });
  files.catch(() => {});
  const index: IndexInThread = { pages: records.length, read: 0, files };
  return index;
}

async function inThread(records: PageRecord[]): Promise<void> {
  const post = (message: Message, handedOver: ArrayBuffer[] = []): void =>
    parentPort!.postMessage(message, handedOver);
  const files = await buildIndex(records, (read) => post({ read }));
  post({ files }, [...new Set([...files.values()].map(({ buffer }) => buffer as ArrayBuffer))]);
}

if (!isMainThread && workerData?.records) await inThread(workerData.records);
