/** Files that are packed: listed in an order that no file system decides, read when they are asked for. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** @returns the checksum in lower-case hexadecimal */
export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** A file whose bytes are not kept: a site may be larger than memory. */
export class StoredFile {
  readonly #read: () => Uint8Array;
  readonly #name: string;
  #known: { size: number; sha256: string } | undefined;

  /**
   * @param name what a message calls it
   * @param read gives its bytes, the same each time
   */
  constructor(name: string, read: () => Uint8Array) {
    this.#name = name;
    this.#read = read;
  }

  /** A file of a folder. */
  static onDisk(path: string): StoredFile {
    return new StoredFile(path, () => readFileSync(path));
  }

  /** Size and checksum, for which it is read once. */
  #digest(): { size: number; sha256: string } {
    if (this.#known) return this.#known;
    const bytes = this.#read();
    return (this.#known = { size: bytes.length, sha256: sha256(bytes) });
  }

  get size(): number {
    return this.#digest().size;
  }

  get sha256(): string {
    return this.#digest().sha256;
  }

  /**
   * @returns its bytes
   * @throws Error where they are no longer those that the checksum was taken of: the lists would not hold
   */
  read(): Uint8Array {
    const bytes = this.#read();
    if (this.#known && sha256(bytes) !== this.#known.sha256)
      throw new Error(`${this.#name} 在归档时被改动了，没有归档。请在没有改动时再运行一次。`);
    return bytes;
  }
}

/** Path with `/`, relative to some root, and the file. */
export type Files = ReadonlyMap<string, StoredFile>;

/** Orders paths by code units: the same on every machine and in every locale. */
export const byPath = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

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
  return found.sort(byPath);
}

/** @returns the files under `folder`, unread, each path with `prefix` before it */
export const filesUnder = (
  folder: string,
  prefix = '',
  keep: (path: string) => boolean = () => true,
): Files =>
  new Map(
    listFiles(folder)
      .filter(keep)
      .map((path) => [prefix + path, StoredFile.onDisk(join(folder, path))]),
  );

/** Contents made here, each a text or bytes, as files. */
export const filesOf = (
  contents: Iterable<readonly [path: string, content: Uint8Array | string]>,
): Files =>
  new Map(
    [...contents].map(([path, content]) => {
      const bytes = Buffer.from(content as Uint8Array);
      return [path, new StoredFile(path, () => bytes)];
    }),
  );

const SYSTEM_FILE =
  /^(\.DS_Store|\._.*|__MACOSX|\.Spotlight-V100|\.Trashes|\.fseventsd|thumbs\.db|ehthumbs\.db|desktop\.ini|\.directory)$/iu;

/** Whether a path, or a folder in it, is what a system leaves in folders by itself: `.DS_Store`, `Thumbs.db`. */
export const isSystemFile = (path: string): boolean =>
  path.split('/').some((name) => SYSTEM_FILE.test(name));
