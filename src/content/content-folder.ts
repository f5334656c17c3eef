/** The content folder: where it is, what stands in it, and what of it no collection would read. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { ADDRESS_LIST } from '../library/checks/addresses.ts';
import { closestMatch } from '../library/names/names.ts';
import { say, type Said } from '../library/problems/registry.ts';
import { COLLECTIONS, type Problem } from '../library/types.ts';

/** Whose library it is. */
export const CONFIG_FILE = 'library.yaml';

/** The folder, beside the collections, of the files as received. */
export const ORIGINALS = 'original';

/** What may stand in a content folder beside the collections. */
const BESIDE = new Set([CONFIG_FILE, ADDRESS_LIST, 'LICENSE.md', 'README.md', ORIGINALS]);
const isCollection = (name: string): boolean => (COLLECTIONS as readonly string[]).includes(name);

/** @returns the absolute path of the content folder */
export const contentFolder = (): string => resolve(process.env.CONTENT_DIR ?? 'content');

/** @returns a file's path as it can be opened from where the command was typed */
export const shownPath = (folder: string, file: string): string =>
  relative(process.cwd(), join(folder, file)).replaceAll('\\', '/');

/** @returns a file's bytes; null where there is no such file */
export const readIfThere = async (path: string): Promise<Buffer | null> =>
  existsSync(path) ? readFile(path) : null;

/**
 * Lists a content folder; what is hidden is left out.
 * @returns the files of its collections in order, `measures/open-supply-chain.mdx`, and a problem for each file or folder that
 *   no collection would read; no files where there are symbolic links, for what these lead to may be anything on this
 *   machine, and is neither read nor shown
 */
export async function listContent(
  folder: string,
): Promise<{ files: string[] | null; problems: Problem[] }> {
  const options = { withFileTypes: true, recursive: true } as const;
  const items = existsSync(folder) ? await readdir(folder, options) : [];
  const listed = items
    .map((item) => ({ item, path: relative(folder, join(item.parentPath, item.name)) }))
    .map(({ item, path }) => ({ item, file: path.replaceAll('\\', '/') }))
    .filter(({ file }) => !/(?:^|\/)\./u.test(file))
    .sort((one, other) => (one.file < other.file ? -1 : 1));
  const problem = (file: string, said: Said): Problem => ({ file, line: 1, ...said });

  const links = listed.filter(({ item }) => item.isSymbolicLink());
  if (links.length)
    return { files: null, problems: links.map(({ file }) => problem(file, say('file-link'))) };

  const files: string[] = [];
  const problems: Problem[] = [];
  const collections = COLLECTIONS.join('、');
  for (const { item, file } of listed) {
    const [top = '', ...below] = file.split('/');
    if (below.length === 1 && isCollection(top)) {
      if (item.isFile() && /\.mdx?$/u.test(item.name)) files.push(file);
      else problems.push(problem(file, say('file-ending')));
    }
    if (below.length > 0 || BESIDE.has(top) || (item.isDirectory() && isCollection(top))) continue;
    const suggestion = closestMatch(top, COLLECTIONS);
    problems.push(
      item.isDirectory()
        ? problem(top, say('folder-unknown', { folder: top, suggestion, collections }))
        : problem(top, say('file-outside', { collections })),
    );
  }
  return { files, problems };
}

/** Bytes to text, without a byte-order mark and with Unix line endings; null where they are not UTF-8. */
export function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.replace(/\r\n?/g, '\n');
  } catch {
    return null;
  }
}
