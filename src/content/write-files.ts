/** Writes a file whole or not at all. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes to a temporary name beside the file, flushes it, and renames it at the end: a full disk or a stopped
 * process leaves nothing under the final name, and an older file there stays as it was.
 * @param content bytes, a text, or pieces that are made as they are written
 * @throws Error that names the file and what to do; where a piece fails, what that throws
 */
export function writeWhole(
  path: string,
  content: Uint8Array | string | Iterable<Uint8Array>,
): void {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(draft, 'w');
    try {
      for (const piece of pieces) writeFileSync(file, piece);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    if (existsSync(draft)) rmSync(draft);
    const { syscall, code, message } = error as NodeJS.ErrnoException;
    if (!syscall) throw error;
    const remedy =
      code === 'ENOSPC' ? '磁盘已满，请腾出空间后重试。' : '请检查文件夹是否存在、能否写入。';
    throw new Error(`${path} 没有写成（${message}）。${remedy}`, { cause: error });
  }
}
