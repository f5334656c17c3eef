/** Files of a folder as data: what gets packed, in an order that no file system decides. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { StoredFile } from './stored-file.ts';

/** Path with `/`, relative to some root, and the file. */
export type Files = ReadonlyMap<string, StoredFile>;

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
    found.push(relative(folder, path).replaceAll(sep, '/'));
  }
  return found.sort(byPath);
}

/** @returns the files under `folder`, unread, each path with `prefix` before it; none if the folder is not there */
export function filesUnder(
  folder: string,
  prefix = '',
  keep: (path: string) => boolean = () => true,
): Files {
  const files = new Map<string, StoredFile>();
  for (const path of listed(folder)) {
    if (keep(path)) files.set(prefix + path, StoredFile.onDisk(join(folder, path)));
  }
  return files;
}

/** Contents made here, each a text or bytes, as files. */
export function filesOf(contents: Iterable<readonly [path: string, Uint8Array | string]>): Files {
  return new Map([...contents].map(([path, content]) => [path, StoredFile.made(path, content)]));
}

function listed(folder: string): string[] {
  try {
    return listFiles(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
