/** The files of one collection to its entries. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collection, Entry, EntryKey, Problem } from '../library/types.ts';
import { say } from '../library/problems/registry.ts';
import { itemsOf } from './content-items.ts';
import { readEntry } from './read-entry.ts';

/** Files already read, by path: a file whose bytes are the same is not parsed again. */
export type ReadFiles = Map<string, { bytes: Buffer; read: ReturnType<typeof readEntry> }>;

export interface CollectionOptions {
  /** Files read before, of a library that is read more than once: what is read now is added. */
  known?: ReadFiles;
  /** Is told of each file that is read. */
  onFile?: () => void;
}

async function readFileOnce(
  folder: string,
  collection: Collection,
  file: string,
  known: ReadFiles | undefined,
): Promise<ReturnType<typeof readEntry>> {
  const bytes = await readFile(join(folder, file));
  const before = known?.get(file);
  if (before?.bytes.equals(bytes)) return before.read;
  const read = readEntry(collection, file, bytes);
  known?.set(file, { bytes, read });
  return read;
}

/**
 * @param folder the content folder
 * @returns the entries that could be read, the keys of those that could not, and what is wrong with them
 */
export async function readCollection(
  folder: string,
  collection: Collection,
  { known, onFile }: CollectionOptions = {},
): Promise<{ entries: Entry[]; unreadable: EntryKey[]; problems: Problem[] }> {
  const entries: Entry[] = [];
  const unreadable: EntryKey[] = [];
  const problems: Problem[] = [];
  const items = await itemsOf(join(folder, collection));
  const seen = new Map<string, string>();
  for (const item of items.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = `${collection}/${item.name}`;
    if (item.name.startsWith('.')) continue;
    if (!item.isFile() || !/\.mdx?$/u.test(item.name)) {
      problems.push({ file, line: 1, ...say('file-ending') });
      continue;
    }
    const read = await readFileOnce(folder, collection, file, known);
    onFile?.();
    problems.push(...read.problems);
    if (!read.entry) {
      unreadable.push(`${collection}/${item.name.replace(/\.mdx?$/u, '')}`);
      continue;
    }
    const other = seen.get(read.entry.id);
    if (other) {
      problems.push({ file, line: 1, ...say('id-twice', { file: other }) });
    } else entries.push(read.entry);
    seen.set(read.entry.id, file);
  }
  return { entries, unreadable, problems };
}
