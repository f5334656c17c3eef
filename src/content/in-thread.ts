/** Work in a thread of its own, beside the rendering of the pages. */
import { Worker } from 'node:worker_threads';

/** What a thread posts: how far it is, or at the end what it made. */
export type FromThread<Result> = { progress: number } | { result: Result };

/**
 * @param script what the thread runs; it posts its result as `FromThread`
 * @param workerData what it is given
 * @param onProgress takes how far it is, where the thread tells it
 * @returns the result
 * @throws what the script throws, and where it ends without a result
 */
export function inThread<Result>(
  script: URL,
  workerData: unknown,
  onProgress?: (progress: number) => void,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData });
    worker.on('message', (message: FromThread<Result>) => {
      if ('result' in message) resolve(message.result);
      else onProgress?.(message.progress);
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error(`${script.pathname} 没有给出结果就结束了。`)));
  });
}
