/** The index of a library, built in a thread of its own: beside the pages of a build, and while a page is served in dev. */
import { Worker } from 'node:worker_threads';
import type { Library } from '../../library/types.ts';
import type { IndexFiles } from './build-index.ts';
import { recordsOf } from './records.ts';

/** What the thread posts: how many pages it has read, or at the end the index. */
export type Message = { read: number } | { files: IndexFiles };

/** An index on its way: what it is of, how far it is, and its files. */
export interface IndexInThread {
  pages: number;
  /** As many pages as are read. */
  read: () => number;
  files: Promise<IndexFiles>;
}

/** Begins the index of a library. A failure waits until the files are wanted. */
export function indexInThread(library: Library): IndexInThread {
  const records = recordsOf(library);
  const worker = new Worker(new URL('./index-worker.ts', import.meta.url), { workerData: records });
  let read = 0;
  const files = new Promise<IndexFiles>((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if ('files' in message) resolve(message.files);
      else read = message.read;
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('建立索引的线程没有给出结果就结束了。')));
  });
  files.catch(() => {});
  return { pages: records.length, read: () => read, files };
}
