/** Texts as gzip files, packed by threads of their own, so that the next texts are written meanwhile. */
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FormFile } from '../form.ts';

/** As many characters as go to a thread at once: some tenths of a second of its time. */
const BATCH = 1_000_000;
const MOST_THREADS = 4;

/** Files by the batch, as they are made. */
async function* batchesOf(
  files: Iterable<FormFile> | AsyncIterable<FormFile>,
): AsyncGenerator<FormFile[]> {
  let batch: FormFile[] = [];
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

/** @returns the files of a batch, packed by a thread that has nothing else to do */
async function packedBy(worker: Worker, batch: readonly FormFile[]): Promise<FormFile[]> {
  worker.postMessage(batch.map(([, content]) => String(content)));
  const [packed] = (await once(worker, 'message')) as [Uint8Array[]];
  return batch.map(([path], i): FormFile => [`${path}.gz`, packed[i]!]);
}

/**
 * @param files texts with their paths, as they are made
 * @returns for each, in turn, a gzip file beside it: `x.txt.gz` for `x.txt`
 * @throws what a thread throws
 */
export async function* gzipFiles(
  files: Iterable<FormFile> | AsyncIterable<FormFile>,
): AsyncGenerator<FormFile> {
  const workers = Array.from(
    { length: Math.min(availableParallelism(), MOST_THREADS) },
    () => new Worker(new URL('./gzip-worker.ts', import.meta.url)),
  );
  const packing: Promise<FormFile[]>[] = [];
  let count = 0;
  try {
    for await (const batch of batchesOf(files)) {
      // Threads take turns, so the one that is waited for is the one that is asked next.
      if (packing.length === workers.length) yield* await packing.shift()!;
      const packed = packedBy(workers[count++ % workers.length]!, batch);
      // A failure waits until the batch is wanted.
      packed.catch(() => {});
      packing.push(packed);
    }
    for (const packed of packing) yield* await packed;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
