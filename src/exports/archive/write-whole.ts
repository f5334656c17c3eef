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
 * @param content bytes, a text, or pieces that are made as they are written
 * @throws Error that names the file and what to do; where a piece fails, what that throws
 */
export function writeWhole(
  path: string,
  content: Uint8Array | string | Iterable<Uint8Array>,
): void {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const attempt = <T>(step: () => T): T => {
    try {
      return step();
    } catch (error) {
      throw notWritten(path, error as NodeJS.ErrnoException);
    }
  };
  try {
    attempt(() => mkdirSync(dirname(path), { recursive: true }));
    const file = attempt(() => openSync(draft, 'w'));
    try {
      for (const piece of piecesOf(content)) attempt(() => writeFileSync(file, piece));
      attempt(() => fsyncSync(file));
    } finally {
      closeSync(file);
    }
    attempt(() => renameSync(draft, path));
  } catch (error) {
    discard(draft);
    throw error;
  }
}

function piecesOf(
  content: Uint8Array | string | Iterable<Uint8Array>,
): Iterable<Uint8Array | string> {
  return typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
}

function notWritten(path: string, error: NodeJS.ErrnoException): Error {
  const remedy =
    error.code === 'ENOSPC' ? '磁盘已满，请腾出空间后重试。' : '请检查文件夹是否存在、能否写入。';
  return new Error(`${path} 没有写成（${error.message}）。${remedy}`, { cause: error });
}

/** The draft may not even exist: the reason for that is the one to report. */
function discard(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // Nothing was begun.
  }
}
