/** gzip (RFC 1952) made by JavaScript, so that no version of zlib shows. */
import { Gzip } from 'fflate';

/** Smaller by a few hundredths above this, and slower by half. */
const LEVEL = 6;

/** @returns a gzip file of the lines, without a date in it */
export function gzipped(lines: readonly string[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const gzip = new Gzip({ level: LEVEL, mtime: 0 }, (chunk) => chunks.push(chunk));
  const encoder = new TextEncoder();
  for (const line of lines) gzip.push(encoder.encode(line));
  gzip.push(new Uint8Array(0), true);
  return Buffer.concat(chunks);
}
