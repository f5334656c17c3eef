/** Files of a folder as data: what gets packed, in an order that no file system decides. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Path with `/`, relative to some root, and the file's bytes. */
export type Files = Map<string, Uint8Array>;

/** Orders paths by code units: the same on every machine and in every locale. */
export function byPath(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Lists every file under a folder.
 * @returns paths relative to it, with `/`, sorted
 * @throws Error on anything that is neither a file nor a folder: an archive of links proves nothing
 */
export function listFiles(folder: string): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile()) throw new Error(`${path} 不是普通文件，不能归档。请换成文件本身。`);
    found.push(path.slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, ''));
  }
  return found.sort(byPath);
}

/** @returns the files under `folder`, each path with `prefix` before it; none if the folder is not there */
export function readFiles(
  folder: string,
  prefix = '',
  keep: (path: string) => boolean = () => true,
): Files {
  const files: Files = new Map();
  for (const path of listed(folder)) {
    if (keep(path)) files.set(prefix + path, readFileSync(join(folder, path)));
  }
  return files;
}

function listed(folder: string): string[] {
  try {
    return listFiles(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
