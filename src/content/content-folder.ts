/** The content folder: where it is, what stands in it, and what of it no collection would read. */
import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { ADDRESS_LIST } from '../library/checks/addresses.ts';
import { closestMatch } from '../library/names/names.ts';
import { say } from '../library/problems/registry.ts';
import { COLLECTIONS, type Problem } from '../library/types.ts';

/** Whose library it is. */
export const CONFIG_FILE = 'library.yaml';

/** The folder, beside the collections, of the files as received. */
export const ORIGINALS = 'original';

/** @returns the absolute path of the content folder */
export function contentFolder(): string {
  return resolve(process.env.CONTENT_DIR ?? 'content');
}

/** The items of a folder; none where there is no such folder. */
export async function itemsOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Symbolic links anywhere in the folder: what they lead to may be anything on this machine, and is neither read nor shown. */
export async function linkProblems(folder: string): Promise<Problem[]> {
  const items = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return items
    .filter((item) => item.isSymbolicLink())
    .map((item) => relative(folder, join(item.parentPath, item.name)).replaceAll('\\', '/'))
    .filter((file) => !file.split('/').some((name) => name.startsWith('.')))
    .map((file) => ({ file, line: 1, ...say('file-link') }));
}

/** What may stand in a content folder beside the collections. */
const BESIDE = new Set([CONFIG_FILE, ADDRESS_LIST, 'LICENSE.md', 'README.md', ORIGINALS]);

/** Folders and files that no collection would read: they would silently be left out. */
export async function strayFiles(folder: string): Promise<Problem[]> {
  const collections = COLLECTIONS.join('、');
  const problems: Problem[] = [];
  for (const item of await itemsOf(folder)) {
    if (item.name.startsWith('.') || BESIDE.has(item.name)) continue;
    if (item.isDirectory() && (COLLECTIONS as readonly string[]).includes(item.name)) continue;
    if (!item.isDirectory()) {
      problems.push({ file: item.name, line: 1, ...say('file-outside', { collections }) });
      continue;
    }
    const values = {
      folder: item.name,
      suggestion: closestMatch(item.name, COLLECTIONS),
      collections,
    };
    problems.push({ file: item.name, line: 1, ...say('folder-unknown', values) });
  }
  return problems;
}

// Reads the list of addresses that were public.

/** @returns the list as it stands in a content folder; null where there is none */
export async function readAddressList(folder: string): Promise<string | null> {
  try {
    return await readFile(join(folder, ADDRESS_LIST), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

// Bytes to text: strict UTF-8, without a byte-order mark, with Unix line endings.

/**
 * @returns the text
 * @throws TypeError where the bytes are not UTF-8
 */
export function decode(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  return text.replace(/\r\n?/g, '\n');
}
