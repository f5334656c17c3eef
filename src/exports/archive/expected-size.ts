/**
 * How large a zip of these files will be, without packing them: files that are packed already as they are, text by the share
 * that 3,384 laws came to, and a little more. From bytes alone, so that no version of a compressor decides what an archive holds.
 */
import { PACKED_ALREADY } from './zip.ts';

const SHARES: readonly [kind: RegExp, share: number][] = [
  [PACKED_ALREADY, 1],
  [/\.pf_text\.js$/u, 0.305],
  [/\/pagefind\/.*\.js$/u, 0.775],
  [/\.html$/u, 0.29],
];
const TEXT = 0.325;
/** Names in the zip and in its manifest, and the checksum there. */
const PER_FILE = 240;

/**
 * @param path in the archive
 * @param bytes of the file
 */
export function expectedSize(path: string, bytes: number): number {
  const share = SHARES.find(([kind]) => kind.test(path))?.[1] ?? TEXT;
  return Math.round(bytes * share) + PER_FILE;
}
