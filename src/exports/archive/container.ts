/** What is wrong with a zip that cannot be opened: told from its first and last bytes, in the reader's language. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** A zip's last record, without its comment, and the longest comment. */
const RECORD = 22;
const LONGEST_COMMENT = 65_535;

/** Bytes that begin a file in a zip, a zip of no files, and the record at its end. */
const FILE = 'PK\u0003\u0004';
const END = 'PK\u0005\u0006';

/** @returns one clause: empty, no zip, cut off, extra bytes, or damaged where it lists its files */
export function diagnoseZip(path: string): string {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size === 0) return '文件是空的（0 字节），没有下载或复制完';
    const read = (from: number, length: number): Buffer => {
      const bytes = Buffer.alloc(Math.min(length, size - from));
      readSync(file, bytes, 0, bytes.length, from);
      return bytes;
    };
    const start = Math.max(0, size - RECORD - LONGEST_COMMENT);
    return diagnose(read(0, 4).toString('latin1'), read(start, size - start), start, read);
  } finally {
    closeSync(file);
  }
}

/**
 * @param head the first four bytes
 * @param tail the last ones, long enough for the record at a zip's end
 * @param start where the tail begins
 */
function diagnose(
  head: string,
  tail: Buffer,
  start: number,
  read: (from: number, length: number) => Buffer,
): string {
  const size = start + tail.length;
  const isZip = head === FILE || head === END;
  const at = tail.lastIndexOf(END, undefined, 'latin1');
  if (at < 0 || tail.length - at < RECORD) {
    return isZip
      ? `zip 不完整：只有 ${size} 字节，没有末尾的目录，可能没有下载或复制完`
      : '不是 zip：开头没有 zip 的标记（PK）';
  }
  const after = tail.length - at - RECORD - tail.readUInt16LE(at + 20);
  if (after > 0) return `zip 末尾多出 ${after} 字节`;
  if (after < 0) return `zip 不完整：末尾缺 ${-after} 字节`;
  const before = start + at - tail.readUInt32LE(at + 12) - tail.readUInt32LE(at + 16);
  if (before > 0) {
    const shifted = read(before, 4).toString('latin1') === FILE;
    return `zip ${shifted ? '开头' : '中间'}多出 ${before} 字节`;
  }
  if (before < 0) return `zip 不完整：前面缺 ${-before} 字节`;
  return isZip ? 'zip 的目录已损坏，读不到底' : '不是 zip，或者开头已损坏：没有 zip 的标记（PK）';
}
