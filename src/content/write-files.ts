/** Writes files into the site: a large library has tens of thousands. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file of the site: its path from the root, and what it holds. */
export type SiteFile = readonly [path: string, content: string | Uint8Array];

/**
 * Writes each file as it is made. They are small: handing them to Node's threads takes longer than writing them here.
 * @param root the site's folder
 * @param files as they are made, one after another
 * @param onFile is told after each how many are written
 * @returns how many, and their bytes
 */
export async function writeFiles(
  root: string,
  files: Iterable<SiteFile> | AsyncIterable<SiteFile>,
  onFile?: (count: number) => void,
): Promise<{ count: number; bytes: number }> {
  const made = new Set<string>();
  let [count, bytes] = [0, 0];
  for await (const [path, content] of files) {
    const file = join(root, path);
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    const written = typeof content === 'string' ? Buffer.from(content) : content;
    writeFileSync(file, written);
    bytes += written.length;
    count++;
    onFile?.(count);
  }
  return { count, bytes };
}
