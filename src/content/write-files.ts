/** Writes files: many into a site, or one whole or not at all. */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A file of the site: its path from the root, and what it holds. */
export type SiteFile = readonly [path: string, content: string | Uint8Array];

/**
 * Writes each file as it is made. They are small: handing them to Node's threads takes longer than writing them here.
 * @param root the site's folder
 * @param files as they are made, one after another
 * @param onFile is told after each how many are written
 * @returns how many, and their bytes
 */
export async function writeFiles(
  root: string,
  files: Iterable<SiteFile> | AsyncIterable<SiteFile>,
  onFile?: (count: number) => void,
): Promise<{ count: number; bytes: number }> {
  const made = new Set<string>();
  let [count, bytes] = [0, 0];
  for await (const [path, content] of files) {
    const file = join(root, path);
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    const written = typeof content === 'string' ? Buffer.from(content) : content;
    writeFileSync(file, written);
    bytes += written.length;
    count++;
    onFile?.(count);
  }
  return { count, bytes };
}

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
