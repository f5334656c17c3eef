/** Writes a file whole or not at all. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes to a temporary name beside the file, flushes it, and renames it at the end: a full disk or a stopped
 * process leaves nothing under the final name, and an older file there stays as it was.
 * @throws Error that names the file and what to do
 */
export function writeWhole(path: string, content: Uint8Array | string): void {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, content, { flush: true });
    renameSync(draft, path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (existsSync(draft)) rmSync(draft);
    const remedy =
      code === 'ENOSPC' ? '磁盘已满，请腾出空间后重试。' : '请检查文件夹是否存在、能否写入。';
    throw new Error(`${path} 没有写成（${message}）。${remedy}`, { cause: error });
  }
}
