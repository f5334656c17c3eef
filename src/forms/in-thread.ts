/** Work in a thread of its own, beside the rendering of the pages. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * @param script what the thread runs; it posts one message
 * @param workerData what it is given
 * @returns the message
 * @throws what the script throws
 */
export async function inThread<Result>(script: URL, workerData: unknown): Promise<Result> {
  const [result] = (await once(new Worker(script, { workerData }), 'message')) as [Result];
  return result;
}
