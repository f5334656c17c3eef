/** The index, built in a thread of its own: beside the pages of a build, and while a page is served in dev. */
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { PageRecord } from '../format/index-files.ts';
import { buildIndex, type IndexFiles } from './build-index.ts';

/** Builds the index of these pages. A failure waits until the files are wanted. */
export function indexInThread(records: PageRecord[]): Promise<IndexFiles> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { records } });
  const files = new Promise<IndexFiles>((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('建立索引的线程没有给出结果就结束了。')));
  });
  files.catch(() => {});
  return files;
}

if (!isMainThread && workerData?.records) {
  const files = await buildIndex(workerData.records);
  const buffers = new Set([...files.values()].map(({ buffer }) => buffer as ArrayBuffer));
  parentPort!.postMessage(files, [...buffers]);
}
