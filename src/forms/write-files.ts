/** Writes files into the site, a few at a time: a large library has tens of thousands. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FormFile } from './form.ts';

/** As many as Node's threads for files take on at once, twice over. */
const AT_ONCE = 8;

/**
 * @param root the site's folder
 * @param files as they are made, one after another
 * @returns how many, and their bytes
 */
export async function writeFiles(
  root: string,
  files: Iterable<FormFile> | AsyncIterable<FormFile>,
): Promise<{ count: number; bytes: number }> {
  const made = new Set<string>();
  const writing = new Set<Promise<void>>();
  let [count, bytes] = [0, 0];
  for await (const [path, content] of files) {
    const file = join(root, path);
    const folder = dirname(file);
    if (!made.has(folder)) await mkdir(folder, { recursive: true });
    made.add(folder);
    const written = writeFile(file, content).finally(() => writing.delete(written));
    // Its failure is thrown by one of the two waits below.
    written.catch(() => {});
    writing.add(written);
    if (writing.size >= AT_ONCE) await Promise.race(writing);
    bytes += Buffer.byteLength(content);
    count++;
  }
  await Promise.all(writing);
  return { count, bytes };
}
