/**
 * Files of the index as they lie on a host: gzip over a signature and content. The same content gives the same bytes, by
 * the zlib of the Node that the lockfile pins. fflate, which packs the archive, takes three times as long.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { encodeJson } from './gb18030.ts';
import { SIGNATURE } from './signature.ts';

const gzipInThread = promisify(gzip);
const encoder = new TextEncoder();

/** Packs a file's content, in a thread beside this one; the buffer that zlib writes into, 16 KB for the smallest file, is let go. */
export async function pack(content: Uint8Array): Promise<Uint8Array> {
  const bytes = new Uint8Array(SIGNATURE.length + content.length);
  bytes.set(encoder.encode(SIGNATURE));
  bytes.set(content, SIGNATURE.length);
  return new Uint8Array(await gzipInThread(bytes, { level: 6 }));
}

/** Packs what JSON can say; `decodeJson` reads it. */
export const packJson = (value: unknown): Promise<Uint8Array> => pack(encodeJson(value));

/** A name for these contents: other contents have another. */
export function digestOf(contents: Iterable<Uint8Array>): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('hex').slice(0, 10);
}
