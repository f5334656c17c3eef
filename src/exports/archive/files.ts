/** Files that are packed, in the order of their code units: the same on every machine and in every locale. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** @returns the checksum in lower-case hexadecimal */
export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Path with `/`, relative to some root, and content. */
export type Files = ReadonlyMap<string, Uint8Array>;

/**
 * Lists every file under a folder.
 * @returns paths relative to it, with `/`, sorted; none where the folder is not there
 * @throws Error on anything that is neither a file nor a folder: an archive of links proves nothing
 */
export function listFiles(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })) return [];
  const found: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile()) throw new Error(`${path} 不是普通文件，不能归档。请换成文件本身。`);
    found.push(relative(folder, path).replaceAll(sep, '/'));
  }
  return found.sort();
}

/** @returns the files under `folder`, each path with `prefix` before it */
export const readFiles = (
  folder: string,
  prefix = '',
  keep: (path: string) => boolean = () => true,
): Files =>
  new Map(
    listFiles(folder)
      .filter(keep)
      .map((path) => [prefix + path, readFileSync(join(folder, path))]),
  );

/** How large files are together. */
export const bytesOf = (files: Files): number =>
  [...files.values()].reduce((sum, { length }) => sum + length, 0);

const SYSTEM_FILE =
  /^(\.DS_Store|\._.*|__MACOSX|\.Spotlight-V100|\.Trashes|\.fseventsd|thumbs\.db|ehthumbs\.db|desktop\.ini|\.directory)$/iu;

/** Whether a path, or a folder in it, is what a system leaves in folders by itself: `.DS_Store`, `Thumbs.db`. */
export const isSystemFile = (path: string): boolean =>
  path.split('/').some((name) => SYSTEM_FILE.test(name));
