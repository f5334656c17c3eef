/** Packs the files of the book in a thread of its own, beside the rendering of the pages. */
import { parentPort, workerData } from 'node:worker_threads';
import { zipSync, type Zippable } from 'fflate';
import type { FromThread } from '../../content/in-thread.ts';

/** The zip format knows no earlier day; it says nothing here. */
const mtime = '1980-01-01T00:00:00';

/** EPUB Open Container Format 3.3, 4.2: first and not compressed, so that programs know the book by its first bytes. */
const MIMETYPE: Zippable = {
  mimetype: [new TextEncoder().encode('application/epub+zip'), { level: 0 }],
};

const files = workerData as Record<string, Uint8Array>;
const zip = zipSync({ ...MIMETYPE, ...files }, { level: 6, mtime });
parentPort!.postMessage({ result: zip } satisfies FromThread<Uint8Array>, [
  zip.buffer as ArrayBuffer,
]);
