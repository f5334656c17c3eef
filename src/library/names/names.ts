/** Names: which strings mean which entry, and which are claimed twice. */
import { closest, distance } from 'fastest-levenshtein';
import { memoizeByLibrary } from '../maps.ts';
import { say } from '../problems/registry.ts';
import type { Entry, EntryKey, Library, Problem } from '../types.ts';

/** A name in the form that is compared: without spaces. */
export const compact = (text: string): string => text.replace(/\s+/gu, '');

export interface Name {
  text: string;
  key: EntryKey;
}

const DOCUMENTS = new Set(['replies', 'policies']);

/**
 * Whether two documents of one title are known to be two: announcements are called 公告 year after year. Number,
 * issuers or date tell them apart where both state it; a bare mention of the title leads to neither.
 */
export function areDistinct(one: Entry, other: Entry): boolean {
  if (![one, other].every(({ collection }) => DOCUMENTS.has(collection))) return false;
  const marks = ({ fields, date }: Entry): unknown[] => [fields['number'], fields['issuers'], date];
  const others = marks(other);
  return marks(one).some(
    (mark, i) =>
      mark !== undefined &&
      others[i] !== undefined &&
      JSON.stringify(mark) !== JSON.stringify(others[i]),
  );
}

/**
 * Collects every title and alias.
 * @param entries all entries of the library
 * @returns the names, compacted, each once, without the titles that several documents share, and a problem
 *   for every other name that two entries claim or that is too short to be recognised
 */
export function collectNames(entries: Iterable<Entry>): { names: Name[]; problems: Problem[] } {
  const owners = new Map<string, Entry[]>();
  const problems: Problem[] = [];
  for (const entry of entries) {
    const claims: [string, (string | number)[]][] = [
      [entry.title, ['title']],
      ...entry.aliases.map((alias, i): [string, (string | number)[]] => [alias, ['aliases', i]]),
    ];
    for (const [claim, path] of claims) {
      const name = compact(claim);
      const titled = owners.get(name) ?? [];
      const owner = titled.find(
        (one) =>
          one === entry ||
          path[0] !== 'title' ||
          compact(one.title) !== name ||
          !areDistinct(one, entry),
      );
      const where = () => ({ file: entry.file, line: entry.lineOf(path) });
      if ([...name].length < 2)
        problems.push({ ...where(), ...say('name-short', { name: claim }) });
      else if (owner) {
        const code = owner === entry ? 'name-twice-here' : 'name-taken';
        const { key, file } = owner;
        problems.push({ ...where(), ...say(code, { name: claim, key, file }) });
      } else owners.set(name, [...titled, entry]);
    }
  }
  const names = [...owners].flatMap(([text, [entry, ...others]]) =>
    entry && others.length === 0 ? [{ text, key: entry.key }] : [],
  );
  return { names, problems };
}

// Which entry a name means: by title or alias, spaces aside.

const owners = memoizeByLibrary(
  (library): Map<string, EntryKey> =>
    new Map(collectNames(library.entries.values()).names.map(({ text, key }) => [text, key])),
);

/** @returns the entry that bears this name, or undefined; a name belongs to one entry at most */
export function findEntryByName(library: Library, name: string): Entry | undefined {
  const key = owners(library).get(compact(name));
  return key && library.entries.get(key);
}

/**
 * The nearest of many names, for “did you mean”.
 * @param wanted what was written
 * @param candidates what exists
 * @returns the nearest candidate, or null when nothing resembles it
 */
export function closestMatch(wanted: string, candidates: readonly string[]): string | null {
  if (candidates.length === 0) return null;
  const best = closest(wanted, candidates);
  return distance(wanted, best) < Math.max(wanted.length, best.length) * 0.75 ? best : null;
}
