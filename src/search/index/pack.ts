/** Files of the index as they lie on a host: gzip over a signature and content. The same content gives the same bytes. */
import { createHash } from 'node:crypto';
import { gzipSync, strToU8 } from 'fflate';
import { SIGNATURE } from './signature.ts';

/** Between the size of the index and the time it takes: 9 is a third slower and saves less than one per cent. */
const LEVEL = 6;

/** Packs a file's content. */
export function pack(content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(SIGNATURE.length + content.length);
  bytes.set(strToU8(SIGNATURE));
  bytes.set(content, SIGNATURE.length);
  return gzipSync(bytes, { level: LEVEL, mtime: 0 });
}

/** Packs what JSON can say. */
export const packJson = (value: unknown): Uint8Array => pack(strToU8(JSON.stringify(value)));

/** A name for these contents: other contents have another. */
export function digestOf(contents: Iterable<Uint8Array>): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('hex').slice(0, 10);
}
