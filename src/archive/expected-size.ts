/**
 * How large a zip of these files will be, without packing them: files that are packed already as they are, text by the share
 * that 300 laws came to. From bytes alone, so that no version of a compressor decides what an archive holds.
 */
import { PACKED_ALREADY } from './zip.ts';

const SHARES: readonly [kind: RegExp, share: number][] = [
  [PACKED_ALREADY, 1],
  [/\/pagefind\/(?!text\/).*\.js$/u, 0.78],
  [/\.html$/u, 0.3],
];
const TEXT = 0.34;
/** Names in the zip and in its manifest, and the checksum there. */
const PER_FILE = 260;

/**
 * @param path in the archive
 * @param bytes of the file
 */
export function expectedSize(path: string, bytes: number): number {
  const share = SHARES.find(([kind]) => kind.test(path))?.[1] ?? TEXT;
  return Math.round(bytes * share) + PER_FILE;
}
