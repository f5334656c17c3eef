/** Which entry a name means: by title or alias, spaces aside. */
import { collectNames, compact } from './names.ts';
import type { Entry, EntryKey, Library } from '../types.ts';
import { memoizeByLibrary } from '../memoize.ts';

const owners = memoizeByLibrary(
  (library): Map<string, EntryKey> =>
    new Map(collectNames(library.entries.values()).names.map(({ text, key }) => [text, key])),
);

/** @returns the entry that bears this name, or undefined; a name belongs to one entry at most */
export function findEntryByName(library: Library, name: string): Entry | undefined {
  const key = owners(library).get(compact(name));
  return key && library.entries.get(key);
}
