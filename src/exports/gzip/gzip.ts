/** gzip (RFC 1952) made by JavaScript, so that no version of zlib shows. */
import { Gzip, gzipSync } from 'fflate';

/** Smaller by a few hundredths above this, and slower by half. The same content gives the same bytes: no date is in it. */
const OPTIONS = { level: 6, mtime: 0 } as const;

/** @returns a gzip file of a text that is in memory whole */
export const gzipText = (text: string): Uint8Array =>
  gzipSync(new TextEncoder().encode(text), OPTIONS);

/** @returns a gzip file of the lines */
export function gzipLines(lines: readonly string[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const gzip = new Gzip(OPTIONS, (chunk) => chunks.push(chunk));
  const encoder = new TextEncoder();
  for (const line of lines) gzip.push(encoder.encode(line));
  gzip.push(new Uint8Array(0), true);
  return Buffer.concat(chunks);
}
