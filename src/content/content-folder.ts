/** Which library to build: `CONTENT_DIR`, or this repository's own `content`. */
import { resolve } from 'node:path';

/** The folder, beside the collections, of the files as received. */
export const ORIGINALS = 'original';

/** @returns the absolute path of the content folder */
export function contentFolder(): string {
  return resolve(process.env.CONTENT_DIR ?? 'content');
}
