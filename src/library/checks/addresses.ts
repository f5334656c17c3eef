/**
 * Addresses that last. `addresses.txt` of the content lists those that were public, one a line, as paths from the
 * site's root; none may disappear: whoever renames an entry says under `formerIds` what it was called.
 */
import { say } from '../problems/registry.ts';
import type { Entry, EntryKey, Library, Problem } from '../types.ts';

export const ADDRESS_LIST = 'addresses.txt';

/** An entry under a key that it had before. */
export interface FormerKey {
  key: EntryKey;
  entry: Entry;
}

/** The keys that entries had before, each with the entry that has another now. */
export const formerKeys = (library: Library): FormerKey[] =>
  [...library.entries.values()].flatMap((entry) =>
    ((entry.data['formerIds'] ?? []) as string[]).map((id): FormerKey => ({
      key: `${entry.collection}/${id}`,
      entry,
    })),
  );

/** An entry's address: its page. */
const addressOf = (key: EntryKey): string => `${key}.html`;

const lasting = (library: Library): Set<string> =>
  new Set([...library.entries.keys(), ...formerKeys(library).map(({ key }) => key)].map(addressOf));

const linesOf = (list: string): string[] => list.split(/\r?\n/u);

/**
 * The list with the library's own addresses added; none is ever taken out of it.
 * @param before the list as it was; empty where there was none
 */
export const addressList = (library: Library, before: string): string =>
  [...new Set([...linesOf(before), ...lasting(library)])]
    .filter(Boolean)
    .sort()
    .map((address) => `${address}\n`)
    .join('');

/** Former ids that are an entry's own id, or that two entries claim: an old address leads to one place. */
function claimedTwice(library: Library): Problem[] {
  const owners = new Map<EntryKey, Entry>(library.entries);
  return formerKeys(library).flatMap(({ key, entry }) => {
    const owner = owners.get(key);
    owners.set(key, entry);
    if (!owner) return [];
    return {
      file: entry.file,
      line: entry.lineOf(['formerIds']),
      ...say('former-id-taken', { id: key.split('/')[1], file: owner.file }),
    };
  });
}

/**
 * @param list what `addresses.txt` holds; null where there is none
 * @param unreadable entries whose files have faults of their own: their addresses are not lost
 */
export function addressProblems(
  library: Library,
  list: string | null,
  unreadable: ReadonlySet<EntryKey>,
): Problem[] {
  const there = new Set([...lasting(library), ...[...unreadable].map(addressOf)]);
  const lost = linesOf(list ?? '').flatMap((address, i): Problem[] => {
    if (!address || there.has(address)) return [];
    const id = address.replace(/^.*\/|\.html$/gu, '');
    return [
      {
        file: ADDRESS_LIST,
        line: i + 1,
        ...say('address-lost', { address, id }),
      },
    ];
  });
  return [...claimedTwice(library), ...lost];
}
