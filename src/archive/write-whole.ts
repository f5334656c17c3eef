/** Writes a file whole or not at all. */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, basename } from 'node:path';

/**
 * Writes to a temporary name beside the file, flushes it, and renames it at the end: a full disk or a stopped
 * process leaves nothing under the final name, and an older file there stays as it was.
 * @throws Error that names the file and what to do
 */
export function writeWhole(path: string, bytes: Uint8Array | string): void {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(draft, 'w');
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    discard(draft);
    const { code, message } = error as NodeJS.ErrnoException;
    const remedy =
      code === 'ENOSPC' ? '磁盘已满，请腾出空间后重试。' : '请检查文件夹是否存在、能否写入。';
    throw new Error(`${path} 没有写成（${message}）。${remedy}`, { cause: error });
  }
}

/** The draft may not even exist: the reason for that is the one to report. */
function discard(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // Nothing was begun.
  }
}
