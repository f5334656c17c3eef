/** Which library to build: `CONTENT_DIR`, or this repository's own `content`. */
import { resolve } from 'node:path';

/** The folder, beside the collections, of the files as received. */
export const ORIGINALS = 'original';

/**
 * Which entry a file is, whichever way its path is written: with a backslash or a slash.
 * @returns `replies/2021-46`, or null for a file that is not in a collection of the folder
 */
export function keyOfFile(folder: string, file: string): string | null {
  const slashes = (path: string): string => path.replaceAll('\\', '/');
  const root = `${slashes(folder)}/`;
  const path = slashes(file);
  if (!path.startsWith(root)) return null;
  const key = /^([a-z]+\/[^/]+)\.mdx?$/u.exec(path.slice(root.length))?.[1];
  return key ?? null;
}

/** @returns the absolute path of the content folder */
export function contentFolder(): string {
  return resolve(process.env.CONTENT_DIR ?? 'content');
}
