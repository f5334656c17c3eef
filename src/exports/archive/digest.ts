/** Checksums: of bytes at hand, and of a file while it streams by, so that an archive of any size can be checked. */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** @returns the checksum in lower-case hexadecimal */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export interface Digest {
  sha256: string;
  crc32: number;
  size: number;
  /** The bytes themselves, where they were asked for. */
  bytes?: Buffer;
}

/**
 * Reads a stream to its end.
 * @param keep whether to return the bytes too
 * @throws what the stream throws
 */
export async function digest(stream: AsyncIterable<Uint8Array>, keep = false): Promise<Digest> {
  const hash = createHash('sha256');
  const kept: Uint8Array[] = [];
  let size = 0;
  let crc = 0;
  for await (const chunk of stream) {
    hash.update(chunk);
    crc = crc32(chunk, crc);
    size += chunk.length;
    if (keep) kept.push(chunk);
  }
  return {
    sha256: hash.digest('hex'),
    crc32: crc,
    size,
    ...(keep && { bytes: Buffer.concat(kept) }),
  };
}
