/** Texts as gzip files, packed by a thread of its own, so that the next texts are made meanwhile. */
import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SiteFile } from '../../content/write-files.ts';

/** As many characters as go to the thread at once: a tenth of a second of its time. */
const BATCH = 1_000_000;

/** Files by the batch, as they are made. */
async function* batchesOf(
  files: Iterable<SiteFile> | AsyncIterable<SiteFile>,
): AsyncGenerator<SiteFile[]> {
  let batch: SiteFile[] = [];
  let size = 0;
  for await (const file of files) {
    batch.push(file);
    size += file[1].length;
    if (size < BATCH) continue;
    yield batch;
    [batch, size] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

/**
 * @param files texts with their paths, as they are made
 * @returns for each, in turn, a gzip file beside it: `x.txt.gz` for `x.txt`
 * @throws what the thread throws
 */
export async function* gzipFiles(
  files: Iterable<SiteFile> | AsyncIterable<SiteFile>,
): AsyncGenerator<SiteFile> {
  const worker = new Worker(new URL('./gzip-worker.ts', import.meta.url));
  const answers = on(worker, 'message') as AsyncIterableIterator<[Uint8Array[]]>;
  const sent: SiteFile[][] = [];
  const packed = async (): Promise<SiteFile[]> => {
    const [bytes] = (await answers.next()).value as [Uint8Array[]];
    return sent.shift()!.map(([path], i): SiteFile => [`${path}.gz`, bytes[i]!]);
  };
  try {
    for await (const batch of batchesOf(files)) {
      worker.postMessage(batch.map(([, content]) => String(content)));
      sent.push(batch);
      // One is packed while the next is made.
      if (sent.length > 1) yield* await packed();
    }
    while (sent.length > 0) yield* await packed();
  } finally {
    await worker.terminate();
  }
}
