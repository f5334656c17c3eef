/** The index of a library, built in a thread of its own: beside the pages of a build, and while a page is served in dev. */
import type { Library } from '../../library/types.ts';
import { inThread } from '../../content/in-thread.ts';
import { recordsOf } from './records/library-records.ts';
import type { IndexFiles } from './build-index.ts';

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
  let read = 0;
  const script = new URL('./index-worker.ts', import.meta.url);
  const files = inThread<IndexFiles>(script, records, (pages) => (read = pages));
  files.catch(() => {});
  return { pages: records.length, read: () => read, files };
}
