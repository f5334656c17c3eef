/**
 * Addresses that last. `addresses.txt` of the content lists those that were public, one a line, as paths from the
 * site's root; none may disappear: whoever renames an entry says under `formerIds` what it was called.
 */
import { type Problem, problemIn, say } from '../problems/registry.ts';
import type { Entry, EntryKey, Library } from '../types.ts';

export const ADDRESS_LIST = 'addresses.txt';

/** An entry under a key that it had before. */
export interface FormerKey {
  key: EntryKey;
  entry: Entry;
}

/** The keys that entries had before, each with the entry that has another now. */
export const formerKeys = (library: Library): FormerKey[] =>
  [...library.entries.values()].flatMap((entry) => {
    const ids = (entry.data['formerIds'] ?? []) as string[];
    return ids.map((id): FormerKey => ({ key: `${entry.collection}/${id}`, entry }));
  });

const pageOf = (key: EntryKey): string => `${key}.html`;

/** The addresses of all pages that entries have, or had. */
const lasting = (library: Library): string[] =>
  [...library.entries.keys(), ...formerKeys(library).map(({ key }) => key)].map(pageOf);

/**
 * The list with the library's own addresses added; none is ever taken out of it.
 * @param before the list as it was; empty where there was none
 */
export const addressList = (library: Library, before: string): string =>
  [...new Set([...before.split(/\r?\n/u), ...lasting(library)])]
    .filter(Boolean)
    .sort()
    .map((address) => `${address}\n`)
    .join('');

/**
 * @param list what `addresses.txt` holds; null where there is none
 * @param unreadable entries whose files have faults of their own: their addresses are not lost
 */
export function addressProblems(
  library: Library,
  list: string | null,
  unreadable: ReadonlySet<EntryKey>,
): Problem[] {
  // Former ids that are an entry's own id, or that two entries claim: an old address leads to one place.
  const owners = new Map<EntryKey, Entry>(library.entries);
  const twice = formerKeys(library).flatMap(({ key, entry }): Problem[] => {
    const owner = owners.get(key);
    owners.set(key, entry);
    const values = { id: key.split('/')[1], file: owner?.file };
    return owner ? [problemIn(entry, ['formerIds'], 'former-id-taken', values)] : [];
  });
  const there = new Set([...lasting(library), ...[...unreadable].map(pageOf)]);
  const lost = (list ?? '').split(/\r?\n/u).flatMap((address, i): Problem[] => {
    if (!address || there.has(address)) return [];
    const id = address.replace(/^.*\/|\.html$/gu, '');
    return [{ file: ADDRESS_LIST, line: i + 1, ...say('address-lost', { address, id }) }];
  });
  return [...twice, ...lost];
}
